package app.countersign.party.web;

import app.countersign.kernel.web.Words;
import app.countersign.party.Contact;
import app.countersign.party.ContactKind;
import app.countersign.party.Organisation;
import app.countersign.party.Parties;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /party/list}: organisations by name, a page at a time, or those with words that begin as typed ({@code q}). */
@Named
@RequestScoped
public class PartyListPage {

    private static final int SIZE = 50;

    @Inject
    private Parties parties;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private String typed;
    private List<Organisation> rows;
    private String next;

    @PostConstruct
    void read() {
        typed = Optional.ofNullable(request.getParameter("q"))
                .map(String::strip)
                .orElse("");
        if (typed.isEmpty()) {
            Parties.Page page = parties.page(after(), SIZE);
            rows = page.items();
            next = page.next().map(id -> "/party/list?after=" + id).orElse(null);
        } else {
            rows = parties.find(typed, SIZE);
        }
    }

    private Optional<UUID> after() {
        try {
            return Optional.ofNullable(request.getParameter("after")).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public List<Organisation> getRows() {
        return rows;
    }

    /** The address of the page after this one; null on the last. */
    public String getNext() {
        return next;
    }

    public boolean isFirst() {
        return after().isEmpty();
    }

    public String getTyped() {
        return typed;
    }

    public String country(Organisation organisation) {
        return organisation.country().name(words.texts().language());
    }

    /** Who is written to there first; empty if nobody is known. */
    public String contact(Organisation organisation) {
        return organisation
                .contact(ContactKind.values())
                .map((Contact c) -> c.email().value())
                .orElse("");
    }
}
