package dev.pinflow.streams.management;

/** Answers GET requests to one path. Thread-safe; answers at once, from memory. */
interface Endpoint {
    Answer answer(Call call);

    /**
     * A request.
     *
     * @param rest the path behind the endpoint's own, decoded and without a slash at its beginning
     */
    record Call(String rest, Parameters parameters) {}

    /** The query of a request. */
    interface Parameters {
        /** The first value of that name, or the empty text. */
        String get(String name);
    }
}
