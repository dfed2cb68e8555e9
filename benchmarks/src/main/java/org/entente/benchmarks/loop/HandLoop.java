package org.entente.benchmarks.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.benchmarks.workload.Engine;
import org.entente.benchmarks.workload.Partner;
import org.entente.benchmarks.workload.Permission;
import org.entente.benchmarks.workload.Posture;
import org.entente.benchmarks.workload.Words;
import org.entente.benchmarks.workload.Workload;

/** One loop over what the partner is permitted, everything in bits and numbers beforehand. */
public final class HandLoop implements Engine<Boolean> {
    private static final int HANDING_OVER = Bits.of(Words.HANDING_OVER, Bits.ACTIONS);

    private final Map<String, Row[]> rows = new HashMap<>();
    private final Map<String, Posture> postures = new HashMap<>();
    private final Question[] questions;

    public HandLoop(Workload workload) {
        Map<String, List<Permission>> permissions = workload.permissions();
        for (Partner partner : workload.partners()) {
            postures.put(partner.code(), partner.posture());
            rows.put(
                    partner.code(),
                    permissions.getOrDefault(partner.code(), List.of()).stream()
                            .map(Row::of)
                            .toArray(Row[]::new));
        }
        questions = workload.requests().stream().map(Question::of).toArray(Question[]::new);
    }

    @Override
    public Boolean decide(int request) {
        Question question = questions[request];
        Posture posture = postures.get(question.partner());
        if (posture == null || !question.admitted() || !allows(posture, question)) {
            return false;
        }
        for (Row row : rows.get(question.partner())) {
            if (row.permits(question)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean permits(Boolean decision) {
        return decision;
    }

    private static boolean allows(Posture posture, Question question) {
        boolean handsOver = (question.action() & HANDING_OVER) != 0;
        return switch (posture) {
            case NORMAL -> true;
            case WATCH -> !handsOver;
            case CONTAINED -> !handsOver && question.tier() <= Posture.CONTAINED_TIER;
            case SUSPENDED -> false;
        };
    }
}
