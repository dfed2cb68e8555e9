package org.entente.catalog.provenance;

import java.util.List;
import org.entente.catalog.provenance.Way.Place;
import org.jspecify.annotations.Nullable;

/**
 * A page of what is found.
 *
 * @param nodes the nearest first, then by name
 * @param edges by which these were found, and those among the first ones
 * @param next the place after which it goes on; absent on the last page
 */
record Graph(List<Node> nodes, List<Edge> edges, @Nullable Place next) {
    /** How many assets it speaks of. */
    int assets() {
        return (int) nodes.stream().map(Node::asset).distinct().count();
    }
}
