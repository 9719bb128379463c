package app.countersign.access;

import java.util.List;

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
            new DemoAccount("admin", "Ada Minder", "Administrator", "Schluessel-7bund", List.of("administrator")));

    /** The secret of their second factor, Base32: for an authenticator app, if somebody wants to try one. */
    public static final String FACTOR = "DEMODEMODEMODEMODEMODEMODEMODEMO";

    private DemoAccounts() {}

    /** One line an account, for the launcher. */
    public static List<String> lines() {
        return ALL.stream()
                .map(a -> String.format("%-8s / %-22s %s", a.userName(), a.password(), String.join(", ", a.roles())))
                .toList();
    }
}
