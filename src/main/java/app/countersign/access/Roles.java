package app.countersign.access;

import java.util.List;

/** What an account may be. Constants, since {@code @RolesAllowed} takes nothing else. */
public final class Roles {

    /** Keeps accounts, settings and templates. */
    public static final String ADMINISTRATOR = "administrator";

    /** Issues contracts, checks what comes back. */
    public static final String LEGAL = "legal";

    /** Countersigns for a processor. */
    public static final String SIGNATORY = "signatory";

    /** Watches breaches, deletions, sub-processors. */
    public static final String DPO = "dpo";

    /** Reads; changes nothing. */
    public static final String AUDITOR = "auditor";

    /** The application itself, in its jobs. */
    public static final String SYSTEM = "system";

    /** What people's accounts may be. */
    static final List<String> OF_PEOPLE = List.of(ADMINISTRATOR, LEGAL, SIGNATORY, DPO, AUDITOR);

    private Roles() {}
}
