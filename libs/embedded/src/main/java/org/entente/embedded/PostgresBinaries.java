package org.entente.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the class path into the user's cache. */
record PostgresBinaries(Path folder) {

    private static final int OWNER_MAY_EXECUTE = 0100;

    static PostgresBinaries prepare(Cache cache) throws IOException {
        String archive = "/postgres-" + Platform.current() + ".txz";
        try (InputStream stream = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (stream == null) {
                throw new IOException("there is no PostgreSQL for this machine (" + Platform.current() + ")");
            }
            byte[] packed = stream.readAllBytes();
            String name = "postgres-" + Digests.shortSha256(packed);
            return new PostgresBinaries(cache.entry(name, folder -> unpack(packed, folder)));
        }
    }

    /** A command line for one of the programs; as root in a user namespace, since PostgreSQL refuses to run as root. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")
                && !Platform.current().isMac()) {
            command.add("unshare");
            command.add("--user");
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void unpack(byte[] packed, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
