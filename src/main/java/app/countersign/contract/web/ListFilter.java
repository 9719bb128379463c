package app.countersign.contract.web;

import app.countersign.contract.ContractFilter;
import app.countersign.contract.ContractState;
import app.countersign.kernel.KebabCase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What narrows the list, as its address says it: {@code ?state=issued&template=okomo-dpa&q=acme}. What is not understood
 * does not narrow.
 */
record ListFilter(Map<String, String> given) {

    static final String STATE = "state";
    static final String PROCESSOR = "processor";
    static final String TEMPLATE = "template";
    static final String CONTROLLER = "controller";
    static final String TEXT = "q";
    static final String PAPER = "paper";

    /** @param parameters a request's, by name; others than the filter's are left out */
    static ListFilter of(UnaryOperator<String> parameters) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : new String[] {STATE, PROCESSOR, TEMPLATE, CONTROLLER, TEXT, PAPER}) {
            String value = parameters.apply(name);
            if (value != null && !value.isBlank()) {
                given.put(name, value.strip());
            }
        }
        return new ListFilter(given);
    }

    String value(String name) {
        return given.getOrDefault(name, "");
    }

    /** The address of the list with that one changed; empty takes it away. */
    String with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(given);
        changed.put(name, value);
        return address("/contract/list", changed);
    }

    String address(String path) {
        return address(path, given);
    }

    boolean narrows() {
        return !given.isEmpty();
    }

    ContractFilter toFilter() {
        return new ContractFilter(
                state().map(Set::of).orElse(Set.of()),
                Optional.ofNullable(given.get(PROCESSOR)),
                Optional.ofNullable(given.get(TEMPLATE)),
                controller(),
                Optional.ofNullable(given.get(TEXT)),
                Optional.empty(),
                isPaperMissing());
    }

    /** Whether only contracts are wanted that were concluded elsewhere and whose paper is to be added. */
    boolean isPaperMissing() {
        return "missing".equals(given.get(PAPER));
    }

    Optional<ContractState> state() {
        try {
            return Optional.ofNullable(given.get(STATE)).map(word -> KebabCase.read(ContractState.class, word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<UUID> controller() {
        try {
            return Optional.ofNullable(given.get(CONTROLLER)).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String address(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .filter(p -> !p.getValue().isEmpty())
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
