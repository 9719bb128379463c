package app.countersign.contract.api;

import app.countersign.kernel.Invalid;
import jakarta.ws.rs.BadRequestException;
import java.util.Map;
import java.util.function.Supplier;

/** Requests that can't do without a body. */
final class Bodies {

    private Bodies() {}

    static <T> T required(T body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return body;
    }

    /** Does it; complaints about fields come back under the names that the body gives them. */
    static <T> T named(Map<String, String> names, Supplier<T> act) {
        try {
            return act.get();
        } catch (Invalid e) {
            throw e.renamed(names);
        }
    }
}
