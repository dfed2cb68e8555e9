package org.entente.release;

/** Why a package was refused. */
public enum Reason {
    ARCHIVE_MALFORMED("the archive is not in the one form that packages have"),
    MANIFEST_MALFORMED("the manifest is not of the format it claims to be"),
    FORMAT_UNKNOWN("the package is of a format unknown to this version"),
    KEY_UNKNOWN("the manifest is signed by none of these keys"),
    SIGNATURE_INVALID("the signature of the manifest does not verify"),
    FILE_MISSING("the manifest names a file that is not there"),
    FILE_UNKNOWN("a file is there that the manifest does not name"),
    FILE_DIFFERS("a file is not the one that the manifest names"),
    LABEL_DIFFERS("a label is not the one that the manifest binds"),
    BINDING_DIFFERS("an object of the content is not bound to a label as the manifest says"),
    RECIPIENT_DIFFERS("the package was made out to somebody else"),
    RECEIPT_REFUSED("the receipt does not verify with the log's key"),
    RECEIPT_DIFFERS("the receipt is not that of this package");

    private final String explanation;

    Reason(String explanation) {
        this.explanation = explanation;
    }

    /** One clause in English. */
    public String explanation() {
        return explanation;
    }
}
