package app.countersign.access.web;

import app.countersign.access.ApiKeys;
import app.countersign.access.Scopes;
import app.countersign.kernel.Settings;
import app.countersign.kernel.web.Saying;
import app.countersign.kernel.web.Times;
import app.countersign.kernel.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code /account/keys}: the API keys of whoever is signed in; with {@code show=all} everybody's, for administrators. */
@Named
@RequestScoped
public class KeysPage {

    private static final String ALL = "all";
    private static final int USUAL_MONTHS = 12;

    @Inject
    private ApiKeys keys;

    @Inject
    private Me me;

    @Inject
    private Saying saying;

    @Inject
    private Words words;

    @Inject
    private Times times;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private String label;
    private List<String> scopes = List.of();
    private int months = USUAL_MONTHS;
    private String made;
    private List<ApiKeys.Row> rows;

    public boolean isOfAll() {
        return ALL.equals(request.getParameter("show")) && me.may("administrator");
    }

    public List<ApiKeys.Row> getRows() {
        if (rows == null) {
            rows = isOfAll() ? keys.all() : keys.mine();
        }
        return rows;
    }

    public void make() {
        made = keys.make(label, new LinkedHashSet<>(scopes), lastDay()).key();
        rows = null;
        label = null;
        scopes = List.of();
    }

    private LocalDate lastDay() {
        return LocalDate.now(clock.withZone(settings.zone())).plusMonths(months);
    }

    public String revoke(UUID id) {
        keys.revoke(id);
        saying.done("access.key.done.revoked");
        return "/account/keys?faces-redirect=true" + (isOfAll() ? "&show=" + ALL : "");
    }

    public List<String> getOffered() {
        return Scopes.ALL;
    }

    /** A scope in words: {@code Read contracts}. */
    public String named(String scope) {
        return words.get("access.scope." + scope.replace(':', '-'));
    }

    /** What a key was made for, in words; the key of the settings opens everything. */
    public String purpose(Set<String> of) {
        return of.containsAll(Scopes.ALL)
                ? words.get("access.key.every-scope")
                : Scopes.ALL.stream().filter(of::contains).map(this::named).collect(Collectors.joining(", "));
    }

    /** The last day on which it opens anything. */
    public String end(ApiKeys.Row row) {
        return row.expiresAt()
                .map(end -> times.day(end.minusSeconds(1)))
                .orElseGet(() -> words.get("access.key.no-end"));
    }

    public String use(ApiKeys.Row row) {
        return row.lastUsedAt().map(times::moment).orElseGet(() -> words.get("access.key.never-used"));
    }

    /** The key that was just made; this once. */
    public String getMade() {
        return made;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public List<String> getScopes() {
        return scopes;
    }

    public void setScopes(List<String> scopes) {
        this.scopes = scopes;
    }

    public int getMonths() {
        return months;
    }

    public void setMonths(int months) {
        this.months = months;
    }
}
