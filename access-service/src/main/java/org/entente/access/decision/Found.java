package org.entente.access.decision;

import java.util.List;
import java.util.UUID;
import org.entente.access.policy.CompiledPolicy;

/** What a search found, as it is recorded: a disclosure like any other decision. */
record Found(UUID decisionId, long epoch, Paging.Page page, List<Search.Result> results) {

    /** A search that was made and is not on record yet. */
    static Taken of(UUID id, Decisions.Findable search, CompiledPolicy policy) {
        Paging.Part part = search.paging().part(search.search().find(policy).toList());
        Found found = new Found(id, policy.epoch(), part.page(), part.results());
        boolean isAny = !part.results().isEmpty();
        return new Taken(id, search.asked(), Decision.searched(isAny, policy.epoch()), new Answer(isAny, found));
    }
}
