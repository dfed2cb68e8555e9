package org.entente.catalog.release;

import io.smallrye.mutiny.Multi;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entente.release.Archive;

/**
 * A package without its attachments.
 *
 * @param places where each of them is put in, in order
 */
@SuppressWarnings("ArrayRecordComponent") // sealed and sent, never compared
record Frame(byte[] bytes, List<Integer> places) {

    /** Of files that come first, in order, and of attachments. */
    static Frame of(Map<String, byte[]> files, List<Enclosed> enclosed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Archive.Entry> entries = new ArrayList<>();
        files.forEach((name, content) -> {
            Archive.Entry entry = Archive.Entry.of(name, content);
            entries.add(entry);
            out.writeBytes(entry.header());
            out.writeBytes(content);
        });
        List<Integer> places = new ArrayList<>();
        enclosed.forEach(one -> {
            entries.add(one.entry());
            out.writeBytes(one.entry().header());
            places.add(out.size());
        });
        out.writeBytes(Archive.directory(entries));
        return new Frame(out.toByteArray(), List.copyOf(places));
    }

    /** Its parts, with the attachments in between. */
    List<Multi<byte[]>> parts(List<Multi<byte[]>> attachments) {
        List<Multi<byte[]>> parts = new ArrayList<>();
        int from = 0;
        for (int index = 0; index < places.size(); index++) {
            parts.add(Multi.createFrom().item(Arrays.copyOfRange(bytes, from, places.get(index))));
            parts.add(attachments.get(index));
            from = places.get(index);
        }
        parts.add(Multi.createFrom().item(Arrays.copyOfRange(bytes, from, bytes.length)));
        return parts;
    }
}
