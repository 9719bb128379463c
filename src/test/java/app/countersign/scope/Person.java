package app.countersign.scope;

import app.countersign.access.DemoAccounts;
import app.countersign.it.ApiClient;
import app.countersign.it.RunningApplication;
import app.countersign.it.Session;
import java.util.List;
import java.util.Set;

/**
 * Somebody who walks through all cells.
 *
 * @param roles {@code stranger} for who has no account
 * @param processors as templates call them; empty for all
 * @param rooms empty for all
 */
record Person(
        String name, Set<String> roles, Set<String> processors, Set<String> rooms, Session session, ApiClient api) {

    static final Set<String> ALL = Set.of("administrator", "legal", "signatory", "dpo", "auditor");

    private static final Set<String> OKOMO = Set.of("okomo");

    /** All with an account: each role for all processors, and limited to some. */
    static List<Person> accounts(RunningApplication application) {
        return List.of(
                of(application, "admin", "Schluessel-7bund", Set.of("administrator"), Set.of(), Set.of()),
                of(application, "lena", "Seite8-bitte!", Set.of("legal"), Set.of(), Set.of()),
                of(application, "gerrit", "Gegen-2gezeichnet", Set.of("legal", "signatory"), Set.of(), Set.of()),
                of(application, "dora", "72-Stunden-Uhr", Set.of("dpo"), Set.of(), Set.of()),
                of(application, "anton", "Nachweis-fuer-alles1", Set.of("auditor"), Set.of(), Set.of()),
                of(application, "alma", "Kleiner-Schluessel9", Set.of("administrator"), OKOMO, Set.of()),
                of(application, "olga", "Nur-Okomo-bitte1", Set.of("legal"), OKOMO, Set.of()),
                of(application, "oskar", "Feder-und-Tinte7", Set.of("signatory"), OKOMO, Set.of()),
                of(application, "emil", "Zwei-Mandate-1", Set.of("dpo"), Set.of("oculavis", "360dialog"), Set.of()),
                of(application, "otto", "Pruefen-nicht-aendern3", Set.of("auditor"), OKOMO, Set.of()),
                of(application, "ruth", "Ein-Zimmer-nur5", Set.of("auditor"), OKOMO, Set.of("contract")));
    }

    /** Nobody we know. */
    static Person stranger(RunningApplication application) {
        return new Person(
                "stranger",
                Set.of("stranger"),
                Set.of("nobody's"),
                Set.of(),
                Session.of(application),
                application.api().withKey(null));
    }

    /** Whom a personal link lets in, and who stays in that browser. */
    static Person customer(RunningApplication application, Belongings own) {
        Session session = Session.of(application);
        session.get(own.in("/portal/contract?link={link}"));
        return new Person(
                "customer",
                Set.of("stranger"),
                OKOMO,
                Set.of(),
                session,
                application.api().withKey(null));
    }

    private static Person of(
            RunningApplication application,
            String name,
            String password,
            Set<String> roles,
            Set<String> processors,
            Set<String> rooms) {
        return new Person(
                name,
                roles,
                processors,
                rooms,
                Session.of(application, name, password),
                application.api().withKey(DemoAccounts.keyOf(name)));
    }

    boolean hasAccount() {
        return !roles.contains("stranger");
    }

    boolean isLimited() {
        return !processors.isEmpty();
    }

    boolean answersFor(String processor) {
        return processors.isEmpty() || processors.contains(processor);
    }

    boolean hasOneOf(Set<String> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }

    boolean enters(Set<String> wanted) {
        return rooms.isEmpty() || wanted.stream().allMatch(room -> rooms.contains(room) || room.equals("access"));
    }
}
