package app.countersign.access;

import app.countersign.kernel.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an administrator may not do to an account, and why. */
final class AccountRules {

    private AccountRules() {}

    /** Nobody shuts themselves out, or gives themselves more than they have. */
    static Optional<Reason> touchesThemselves(Account account, Caller caller) {
        return account.id().equals(caller.accountId()) ? refuse("access.refusal.yourself") : Optional.empty();
    }

    /** Whether somebody would be left who can administer everything: signed in with a password, not lent for a time. */
    static Optional<Reason> leavesNobody(List<Account> all, Account without, Instant now) {
        boolean keeps = all.stream().filter(a -> !a.id().equals(without.id())).anyMatch(a -> administersAll(a, now));
        return keeps || !administersAll(without, now) ? Optional.empty() : refuse("access.refusal.last-administrator");
    }

    private static boolean administersAll(Account account, Instant now) {
        return account.is(Roles.ADMINISTRATOR)
                && account.isOpen(now)
                && account.passwordHash() != null
                && account.validUntil().isEmpty()
                && account.remit().everyProcessor();
    }

    /** Whether whoever is given these can no longer administer everything. */
    static boolean demotes(Set<String> roles, Remit remit) {
        return !roles.contains(Roles.ADMINISTRATOR) || !remit.everyProcessor();
    }

    /** Whether nobody would be left who can administer everything, were the account given these. */
    static boolean takesTheLast(List<Account> all, Account account, Set<String> roles, Remit remit, Instant now) {
        return demotes(roles, remit) && leavesNobody(all, account, now).isPresent();
    }

    static Set<String> with(Set<String> roles, String role) {
        Set<String> all = new TreeSet<>(roles);
        all.add(role);
        return all;
    }

    /** A remit is only given by somebody whose own covers it. */
    static Optional<Reason> exceeds(Remit mine, Remit given) {
        return covers(mine, given) ? Optional.empty() : refuse("access.refusal.beyond-remit");
    }

    static boolean covers(Remit mine, Remit other) {
        boolean rooms = mine.rooms().isEmpty()
                || !other.rooms().isEmpty() && mine.rooms().containsAll(other.rooms());
        return mine.covers(other) && rooms;
    }

    private static Optional<Reason> refuse(String key) {
        return Optional.of(Reason.of(key));
    }
}
