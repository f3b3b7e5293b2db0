package dev.pinflow.benchmarks.s3;

/** What an S3 request asks for, as far as its method and its path tell. */
enum RequestKind {
    /** Anything about a bucket as a whole. */
    BUCKET,
    PUT_OBJECT,
    CREATE_UPLOAD,
    UPLOAD_PART,
    COMPLETE_UPLOAD,
    ABORT_UPLOAD,
    PUT_TAGS,
    HEAD_OBJECT,
    OTHER;

    /** @param target path-style, as in an HTTP request line */
    static RequestKind of(String method, String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        int key = path.indexOf('/', 1);
        if (key < 0 || key == path.length() - 1) {
            return BUCKET;
        }
        boolean ofUpload = query.contains("uploadId=");
        return switch (method) {
            case "PUT" -> ofUpload ? UPLOAD_PART : put(query);
            case "POST" -> ofUpload ? COMPLETE_UPLOAD : post(query);
            case "DELETE" -> ofUpload ? ABORT_UPLOAD : OTHER;
            case "HEAD" -> HEAD_OBJECT;
            default -> OTHER;
        };
    }

    private static RequestKind put(String query) {
        return query.startsWith("tagging") ? PUT_TAGS : PUT_OBJECT;
    }

    private static RequestKind post(String query) {
        return query.startsWith("uploads") ? CREATE_UPLOAD : OTHER;
    }

    /** Whether an object can be seen once such a request has succeeded. */
    boolean makesObject() {
        return this == PUT_OBJECT || this == COMPLETE_UPLOAD;
    }
}
