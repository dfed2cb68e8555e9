package org.entente.access.standing;

import java.util.List;

/** What misuse leads to by rules that are the same for everybody; how any one partner stands on it is not told here. */
final class PublishedLadder {
    static final List<Standing.Step> STEPS = List.of(
            new Standing.Step("watch", "Nothing can be taken away, and every access raises an alert."),
            new Standing.Step("contained", "Situational awareness only, and only to look at."),
            new Standing.Step("suspended", "Nothing at all, until two persons restore it."),
            new Standing.Step("ended", "The agreement ends, and every grant under it."));

    private PublishedLadder() {}
}
