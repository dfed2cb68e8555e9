package org.entente.catalog.marking;

import org.entente.http.Problem;
import org.entente.label.FixedLevelsException;
import org.entente.label.LabelException;

/** Tells what a label or policy lacks as a problem that names the field. */
public final class Refused {
    private Refused() {}

    /** 400 naming the field, or 409 where what is fixed would change. */
    public static Problem because(LabelException fault) {
        return fault instanceof FixedLevelsException
                ? Problem.conflict(fault.pointer(), fault.detail())
                : Problem.badRequest(fault.pointer(), fault.detail());
    }
}
