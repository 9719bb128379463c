package app.countersign.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The accounts of the demonstration, whose passwords everybody knows. They exist in demo mode only, on loopback. */
public final class DemoAccounts {

    /** @param roles as in {@link Roles} */
    record DemoAccount(String userName, String name, String position, String password, List<String> roles) {}

    static final List<DemoAccount> ALL = List.of(
            new DemoAccount("lena", "Lena Ott", "Head of Legal", "Seite8-bitte!", List.of("legal")),
            new DemoAccount(
                    "gerrit", "Gerrit Rode", "Managing Director", "Gegen-2gezeichnet", List.of("legal", "signatory")),
            new DemoAccount("dora", "Dora Weber", "Data Protection Officer", "72-Stunden-Uhr", List.of("dpo")),
            new DemoAccount("anton", "Anton Frei", "Auditor", "Nachweis-fuer-alles1", List.of("auditor")),
            new DemoAccount("admin", "Ada Minder", "Administrator", "Schluessel-7bund", List.of("administrator")),
            new DemoAccount("emil", "Emil Berger", "External DPO", "Zwei-Mandate-1", List.of("dpo")),
            new DemoAccount("olga", "Olga Frick", "Legal Counsel, Okomo", "Nur-Okomo-bitte1", List.of("legal")),
            new DemoAccount("oskar", "Oskar Lenz", "Signatory, Okomo", "Feder-und-Tinte7", List.of("signatory")),
            new DemoAccount("otto", "Otto Kuhn", "Auditor, Okomo", "Pruefen-nicht-aendern3", List.of("auditor")),
            new DemoAccount("ruth", "Ruth Abt", "Auditor of contracts, Okomo", "Ein-Zimmer-nur5", List.of("auditor")),
            new DemoAccount(
                    "alma", "Alma Roth", "Administrator, Okomo", "Kleiner-Schluessel9", List.of("administrator")));

    /**
     * What an account is limited to.
     *
     * @param processors as templates call them
     * @param rooms empty for all
     */
    record Limit(Set<String> processors, Set<String> rooms) {}

    private static final Limit OKOMO = new Limit(Set.of("okomo"), Set.of());

    /** By user name; whoever is not here answers for all processors. */
    static final Map<String, Limit> LIMITED = Map.of(
            "emil", new Limit(Set.of("oculavis", "360dialog"), Set.of()),
            "olga", OKOMO,
            "oskar", OKOMO,
            "otto", OKOMO,
            "ruth", new Limit(Set.of("okomo"), Set.of("contract")),
            "alma", OKOMO);

    /** The secret of their second factor, Base32: for an authenticator app, if somebody wants to try one. */
    public static final String FACTOR = "DEMODEMODEMODEMODEMODEMODEMODEMO";

    private DemoAccounts() {}

    /** The API key of that account, as well known as its password. */
    public static String keyOf(String userName) {
        return "demonstration-key-of-" + userName;
    }

    private static String limit(String userName) {
        Limit limit = LIMITED.get(userName);
        return limit == null
                ? ""
                : Stream.concat(limit.processors().stream().sorted(), limit.rooms().stream())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** One line an account, for the launcher. */
    public static List<String> lines() {
        return ALL.stream()
                .map(a -> String.format("%-8s / %-22s %s", a.userName(), a.password(), String.join(", ", a.roles()))
                        + limit(a.userName()))
                .toList();
    }
}
