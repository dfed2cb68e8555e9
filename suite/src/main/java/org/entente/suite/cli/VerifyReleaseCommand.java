package org.entente.suite.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.release.Archive;
import org.entente.release.Manifest;
import org.entente.release.RefusedPackageException;
import org.entente.release.ReleaseKeys;
import org.entente.release.ReleasePackage;
import org.entente.tlog.MalformedException;
import org.entente.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./entente verify-release}: exit code 0 only if everything about a package holds. Needs no running suite. */
@Command(
        name = "verify-release",
        description = "Verifies the package of a release with nothing but public keys (docs/releases.md).")
final class VerifyReleaseCommand implements Callable<Integer> {

    private static final int REFUSED = 1;

    @Parameters(paramLabel = "PACKAGE", description = "the package as it was received")
    private Path file = Path.of("");

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "JWKS",
            description = "the issuer's keys, as it publishes them at /catalog/keys/releases")
    private Path keys = Path.of("");

    @Option(names = "--recipient", paramLabel = "PARTNER", description = "whom it must be made out to")
    private @Nullable String recipient;

    @Option(names = "--receipt", paramLabel = "FILE", description = "the log's receipt of the release; needs --log-key")
    private @Nullable Path receipt;

    @Option(names = "--log-key", paramLabel = "FILE", description = "the log's public key, as /audit/log/key gives it")
    private @Nullable Path logKey;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if ((receipt == null) != (logKey == null)) {
            throw new IOException("--receipt and --log-key go together");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (FileChannel archive = opened(file)) {
            ReleasePackage found = ReleasePackage.verify(archive, ReleaseKeys.parse(text(keys)));
            if (recipient != null) {
                found.requireRecipient(recipient);
            }
            if (receipt != null && logKey != null) {
                found.requireReceipt(text(receipt), VerifierKey.parse(text(logKey)));
            }
            tell(found.manifest(), out);
            return 0;
        } catch (RefusedPackageException refused) {
            out.printf("REFUSED at %s: %s.%n", refused.place(), refused.reason().explanation());
            return REFUSED;
        } catch (MalformedException unreadable) {
            throw new IOException("a key cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private void tell(Manifest manifest, PrintWriter out) {
        out.printf("VERIFIED: release %s%n", manifest.release());
        out.printf("  by          %s, %s%n", manifest.issuer(), manifest.issued());
        out.printf("  to          %s, %s%n", manifest.partner(), manifest.person());
        out.printf("  for         %s%n", manifest.purpose());
        out.printf("  agreements  %s%n", String.join(", ", manifest.agreements()));
        out.printf("  decision    %s%n", manifest.decision());
        manifest.attachments().forEach(name -> out.printf("  attachment  %s%n", name));
        out.printf("  obligations %s%n", String.join(", ", manifest.obligations()));
        out.printf(
                "  in the log  %s%n",
                receipt == null ? "not looked at; the receipt is that of event " + manifest.event() : "yes");
    }

    private static FileChannel opened(Path file) throws IOException {
        try {
            if (Files.size(file) > Archive.LARGEST) {
                throw new IOException(file + " is larger than any package");
            }
            return FileChannel.open(file);
        } catch (NoSuchFileException missing) {
            throw new IOException(file + " does not exist", missing);
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new IOException(file + " does not exist", missing);
        }
    }
}
