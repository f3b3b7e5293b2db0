package dev.pinflow.connect.s3.format.parquet;

import dev.pinflow.connect.s3.buffer.ChunkedBuffer;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Lets Parquet write into memory. */
final class BufferOutputFile implements OutputFile {
    private final ChunkedBuffer target;

    BufferOutputFile(ChunkedBuffer target) {
        this.target = target;
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return new Positioned(target);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return new Positioned(target);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    private static final class Positioned extends PositionOutputStream {
        private final ChunkedBuffer target;

        Positioned(ChunkedBuffer target) {
            this.target = target;
        }

        @Override
        public long getPos() {
            return target.size();
        }

        @Override
        public void write(int b) {
            target.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            target.write(bytes, offset, length);
        }
    }
}
