package app.countersign.kernel.api;

import app.countersign.kernel.NotFound;
import jakarta.ws.rs.BadRequestException;
import java.util.UUID;

/** What a request was given. */
public final class Given {

    private Given() {}

    /**
     * The id in an address.
     *
     * @param unknown why it is refused if it can be none: an id that is none is the id of nothing
     * @throws NotFound for that reason
     */
    public static UUID id(String text, String unknown) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw NotFound.because(unknown);
        }
    }

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
