package app.countersign.kernel.api;

import jakarta.ws.rs.BadRequestException;

/** What a request was given. */
public final class Given {

    private Given() {}

    /** The body of a request that must have one.
     *
     * @throws BadRequestException if it has none */
    public static <T> T body(T body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return body;
    }
}
