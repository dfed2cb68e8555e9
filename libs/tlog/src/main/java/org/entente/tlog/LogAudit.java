package org.entente.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The full audit: recomputes every tile and the root from the entries alone, so that no changed byte stays unnoticed. */
public final class LogAudit {

    private final long size;
    private final Function<Tile, byte[]> source;

    /**
     * @param size leaves of the tree
     * @param source the bytes of a tile of hashes or of an entry bundle, as the log serves it
     */
    public LogAudit(long size, Function<Tile, byte[]> source) {
        this.size = size;
        this.source = source;
    }

    /** The first tile, lowest level first, that is not what lies below it hashes to; a bundle that cannot be read counts as different. */
    public Optional<Tile> firstDifference() {
        for (int level = 0; !Tile.ofLevel(level, size).isEmpty(); level++) {
            for (Tile tile : Tile.ofLevel(level, size)) {
                if (!isSound(tile)) {
                    return Optional.of(tile);
                }
            }
        }
        return Optional.empty();
    }

    /** Verified if nothing differs and the tiles lead to the checkpoint's root. */
    public Verdict verify(Checkpoint checkpoint) {
        if (checkpoint.size() != size) {
            return Verdict.refused(Reason.ROOT_DIFFERS);
        }
        if (firstDifference().isPresent()) {
            return Verdict.refused(Reason.TILE_DIFFERS);
        }
        return Verdict.of(new TileHashes(size, source).root(size).equals(checkpoint.root()), Reason.ROOT_DIFFERS);
    }

    private boolean isSound(Tile tile) {
        byte[] hashes = source.apply(tile);
        List<Hash> expected = tile.level() == 0 ? leaves(tile) : roots(tile);
        if (hashes.length != tile.width() * Hash.LENGTH || expected.size() != tile.width()) {
            return false;
        }
        for (int position = 0; position < tile.width(); position++) {
            if (!expected.get(position).equals(Hash.at(hashes, position))) {
                return false;
            }
        }
        return true;
    }

    private List<Hash> leaves(Tile tile) {
        try {
            byte[] bundle = source.apply(Tile.entries(tile.index(), tile.width()));
            return EntryBundle.parse(bundle).entries().stream().map(Hash::leaf).toList();
        } catch (MalformedException e) {
            return List.of();
        }
    }

    private List<Hash> roots(Tile tile) {
        List<Hash> roots = new ArrayList<>();
        for (int position = 0; position < tile.width(); position++) {
            byte[] below = source.apply(new Tile(tile.level() - 1, tile.index() * Tile.FULL + position, Tile.FULL));
            if (below.length != Tile.FULL * Hash.LENGTH) {
                return List.of();
            }
            roots.add(TileHashes.combine(below, 0, Tile.FULL));
        }
        return roots;
    }
}
