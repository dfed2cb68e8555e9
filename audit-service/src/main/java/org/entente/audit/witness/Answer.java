package org.entente.audit.witness;

/** What a witness answers to a checkpoint, and with which status (C2SP tlog-witness, add-checkpoint). */
sealed interface Answer {

    /** It has only grown: to be stored, and then cosigned. */
    record Cosign() implements Answer {}

    /** 404: we do not watch this log. */
    record UnknownLog() implements Answer {}

    /** 403: no signature by a key that we trust for it, or a wrong one under its name. */
    record NotSigned() implements Answer {}

    /** 400: the request contradicts itself. */
    record Nonsense(String why) implements Answer {}

    /** 409: we have cosigned another size than the request starts from. */
    record OtherSize(long size) implements Answer {}

    /** 422: the log signed this tree, and it did not grow out of the one that we have cosigned, or nobody can tell. */
    record NotGrown(String why) implements Answer {}

    /** 422, and proof: the log signed two different trees of one size. */
    record SplitView() implements Answer {}
}
