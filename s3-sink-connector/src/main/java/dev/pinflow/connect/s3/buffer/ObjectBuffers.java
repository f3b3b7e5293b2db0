package dev.pinflow.connect.s3.buffer;

/** Makes the buffers of a task, which share memory and a folder. */
public final class ObjectBuffers implements AutoCloseable {
    private final MemoryBudget budget;
    private final Chunks chunks;
    private final SpillFolder folder;

    public ObjectBuffers(BufferConfig config) {
        this.budget = new MemoryBudget(config.memoryBytes());
        this.chunks = new Chunks(budget);
        this.folder = new SpillFolder(config.folder());
    }

    public ObjectBuffer open() {
        return new ObjectBuffer(chunks, folder);
    }

    public MemoryBudget budget() {
        return budget;
    }

    /** Removes the folder with all files in it. */
    @Override
    public void close() {
        folder.close();
    }
}
