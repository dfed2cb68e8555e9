package org.entente.audit.witness;

import java.util.List;
import org.entente.tlog.Checkpoint;
import org.entente.tlog.Hash;
import org.entente.tlog.KeyChain;
import org.entente.tlog.Verdict;
import org.entente.tlog.WitnessRequest;

/** The rule of a witness, in the order in which C2SP tlog-witness has its checks. */
final class Judge {

    private Judge() {}

    /** The tree that was cosigned last; of a log that never was, the empty one. */
    record Latest(long size, Hash root) {
        static final Latest NONE = new Latest(0, Hash.EMPTY_TREE);
    }

    static Answer judge(WitnessRequest request, List<KeyChain> keys, Latest latest) {
        if (keys.isEmpty()) {
            return new Answer.UnknownLog();
        }
        if (keys.stream().noneMatch(key -> key.verify(request.checkpoint()).isVerified())) {
            return new Answer.NotSigned();
        }
        Checkpoint tree = request.checkpoint().checkpoint();
        if (request.oldSize() > tree.size()) {
            return new Answer.Nonsense("the old size is above the size of the checkpoint");
        }
        if (request.oldSize() != latest.size()) {
            return new Answer.OtherSize(latest.size());
        }
        if (tree.size() > 0 && tree.size() == latest.size() && !tree.root().equals(latest.root())) {
            return new Answer.SplitView();
        }
        return request.verify(latest.root()) instanceof Verdict.Refused refused
                ? new Answer.NotGrown(refused.reason().explanation())
                : new Answer.Cosign();
    }
}
