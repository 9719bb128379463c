package app.countersign.contract.api;

import jakarta.ws.rs.BadRequestException;

/** Requests that can't do without a body. */
final class Bodies {

    private Bodies() {}

    static <T> T required(T body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return body;
    }
}
