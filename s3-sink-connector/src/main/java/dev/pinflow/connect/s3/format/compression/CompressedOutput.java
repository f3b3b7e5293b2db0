package dev.pinflow.connect.s3.format.compression;

import java.io.IOException;
import java.io.OutputStream;

/** Compresses what is written into it. */
abstract class CompressedOutput extends OutputStream {
    @Override
    public final void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public abstract void write(byte[] bytes, int offset, int length) throws IOException;

    /** Writes what is left and the end mark, and frees what is held. */
    abstract void finish() throws IOException;

    /** Bytes that wait to be compressed. */
    abstract long heldBytes();

    /** Frees what is held; may be called twice, and after {@link #finish}. */
    @Override
    public abstract void close();
}
