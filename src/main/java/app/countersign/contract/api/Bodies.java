package app.countersign.contract.api;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.api.Given;
import java.util.Map;
import java.util.function.Supplier;

/** What is complained of in the body of a request. */
final class Bodies {

    private Bodies() {}

    static <T> T required(T body) {
        return Given.body(body);
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
