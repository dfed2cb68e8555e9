package org.entente.tlog;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Trees by the definition of RFC 6962 section 2.1, slow and plain, to hold the library against. */
final class Trees {

    private Trees() {}

    static byte[] entry(long index) {
        return ("entry " + index).getBytes(StandardCharsets.UTF_8);
    }

    static List<Hash> leaves(int count) {
        return IntStream.range(0, count).mapToObj(i -> Hash.leaf(entry(i))).toList();
    }

    static HashReader reader(List<Hash> leaves) {
        Map<List<Long>, Hash> known = new HashMap<>();
        return (height, index) -> known.computeIfAbsent(
                List.of((long) height, index),
                at -> rootOf(leaves.subList((int) (index << height), (int) ((index + 1) << height))));
    }

    static Hash rootOf(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = 1;
        while (split * 2 < leaves.size()) {
            split *= 2;
        }
        return Hash.node(rootOf(leaves.subList(0, split)), rootOf(leaves.subList(split, leaves.size())));
    }
}
