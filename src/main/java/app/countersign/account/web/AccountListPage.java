package app.countersign.account.web;

import app.countersign.access.Administering;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /account/list}: the accounts that the administrator answers for. */
@Named
@RequestScoped
public class AccountListPage {

    @Inject
    private Administering administering;

    @Inject
    private Words words;

    private List<Administering.Row> rows;

    public List<Administering.Row> getRows() {
        if (rows == null) {
            rows = administering.list().stream()
                    .filter(row -> !row.account().isErased())
                    .toList();
        }
        return rows;
    }

    public String roles(Set<String> roles) {
        return roles.stream().map(role -> words.get("access.role." + role)).collect(Collectors.joining(", "));
    }

    /** {@code good}, {@code warn} or {@code calm}. */
    public String tone(String state) {
        return switch (state) {
            case "open" -> "good";
            case "invited" -> "warn";
            default -> "calm";
        };
    }
}
