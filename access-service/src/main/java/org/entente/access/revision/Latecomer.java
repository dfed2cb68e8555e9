package org.entente.access.revision;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.entente.http.Problem;

/** Tells whoever lost against another change what became of the resource. */
public final class Latecomer {
    private static final int PRECONDITION_FAILED = 412;

    private Latecomer() {}

    /** The same outcome; a 412 problem gets the present state as its member {@code current}. */
    public static <T> Uni<T> told(Uni<T> change, Supplier<Uni<JsonNode>> present) {
        return change.onFailure(fault -> fault instanceof Problem problem && problem.status() == PRECONDITION_FAILED)
                .recoverWithUni(
                        fault -> present.get().onItemOrFailure().transformToUni((state, unreadable) -> Uni.createFrom()
                                .failure(
                                        unreadable == null && fault instanceof Problem problem
                                                ? problem.with("current", state)
                                                : fault)));
    }
}
