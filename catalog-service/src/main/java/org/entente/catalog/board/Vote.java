package org.entente.catalog.board;

/** What a party says to a proposal. */
enum Vote {
    yes,
    no,
    abstain
}
