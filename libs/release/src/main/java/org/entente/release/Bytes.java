package org.entente.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Something long of which any part can be read. */
interface Bytes {
    long size();

    /** So many bytes from there; all of them must be there. */
    byte[] read(long at, int length);

    static Bytes of(byte[] bytes) {
        return new Bytes() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public byte[] read(long at, int length) {
                return Arrays.copyOfRange(bytes, (int) at, (int) at + length);
            }
        };
    }

    /** A file, which is not whole in memory at any time. */
    static Bytes of(FileChannel file) throws IOException {
        long size = file.size();
        return new Bytes() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public byte[] read(long at, int length) {
                ByteBuffer read = ByteBuffer.allocate(length);
                try {
                    for (int count = 0; count >= 0 && read.hasRemaining(); ) {
                        count = file.read(read, at + read.position());
                    }
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
                return read.array();
            }
        };
    }
}
