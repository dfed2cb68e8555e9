package org.entente.tlog;

/** Why a verification was refused. */
public enum Reason {
    MALFORMED("it is not of the format it claims to be"),
    INDEX_BEYOND_TREE("the index is not below the tree size"),
    SIZES_OUT_OF_ORDER("the older tree is larger than the newer one"),
    PATH_TOO_LONG("the proof has more hashes than the tree has levels there"),
    PATH_TOO_SHORT("the proof has fewer hashes than the tree has levels there"),
    ROOT_DIFFERS("the proof does not lead to the root"),
    OLD_ROOT_DIFFERS("the proof does not lead to the older root"),
    KEY_UNKNOWN("no signature is by this key"),
    SIGNATURE_INVALID("the signature by this key does not verify"),
    QUORUM_MISSED("too few of the witnesses that are trusted have cosigned it"),
    HANDOVER_MISSING("the log does not hold the hand-over of its key where it took place"),
    ORIGIN_DIFFERS("the checkpoint is of another log than the key"),
    FORMAT_UNKNOWN("the entry is of a format unknown to this version"),
    COMMITMENT_DIFFERS("the entry does not commit to this event and salt"),
    INDEX_DIFFERS("the receipt and its proof name different indexes"),
    TILE_DIFFERS("a tile does not hold the hashes of what lies below it");

    private final String explanation;

    Reason(String explanation) {
        this.explanation = explanation;
    }

    /** One clause in English. */
    public String explanation() {
        return explanation;
    }
}
