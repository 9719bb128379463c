package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Change;
import app.countersign.kernel.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final UUID OKOMO = UUID.randomUUID();
    private static final UUID OCULAVIS = UUID.randomUUID();

    private static Account account(String role) {
        return new Account(UUID.randomUUID(), role, role, "", "$2a$12$x", List.of(role), Locale.GERMAN, NOW);
    }

    private final Account last = account(Roles.ADMINISTRATOR);

    private boolean mayGo(Account... others) {
        List<Account> all = new ArrayList<>(List.of(others));
        all.add(last);
        return AccountRules.leavesNobody(all, last, NOW).isEmpty();
    }

    @Test
    void theLastAdministratorStays() {
        assertThat(mayGo(account(Roles.LEGAL))).isFalse();
        assertThat(mayGo(account(Roles.ADMINISTRATOR))).isTrue();
    }

    @Test
    void whoIsClosedLentOrNeverSignedInOrAnswersForAPartDoesNotCount() {
        Account closed = account(Roles.ADMINISTRATOR);
        closed.close();
        Account lent = account(Roles.ADMINISTRATOR);
        lent.lendUntil(NOW.plusSeconds(1));
        Account invited = account(Roles.ADMINISTRATOR);
        invited.loseItsPassword();
        Account partial = account(Roles.ADMINISTRATOR);
        partial.answerFor(Remit.of(Set.of(OKOMO)));

        assertThat(mayGo(closed, lent, invited, partial)).isFalse();
    }

    @Test
    void whoLosesTheRoleOrAProcessorCanNoLongerAdministerEverything() {
        Set<String> roles = Set.of(Roles.LEGAL, Roles.ADMINISTRATOR);

        assertThat(AccountRules.demotes(roles, Remit.EVERYTHING)).isFalse();
        assertThat(AccountRules.demotes(Set.of(Roles.LEGAL), Remit.EVERYTHING)).isTrue();
        assertThat(AccountRules.demotes(roles, Remit.of(Set.of(OKOMO)))).isTrue();
        assertThat(AccountRules.with(Set.of(Roles.LEGAL), Roles.ADMINISTRATOR)).isEqualTo(roles);
    }

    @Test
    void groupsOfAProviderDoNotTakeTheRoleFromTheLast() {
        Account other = account(Roles.ADMINISTRATOR);
        Set<String> legal = Set.of(Roles.LEGAL);

        assertThat(AccountRules.takesTheLast(List.of(last), last, legal, Remit.EVERYTHING, NOW))
                .isTrue();
        assertThat(AccountRules.takesTheLast(List.of(last), last, last.roles(), Remit.of(Set.of(OKOMO)), NOW))
                .isTrue();
        assertThat(AccountRules.takesTheLast(List.of(last, other), last, legal, Remit.EVERYTHING, NOW))
                .isFalse();
        assertThat(AccountRules.takesTheLast(List.of(last), last, last.roles(), Remit.EVERYTHING, NOW))
                .isFalse();
        assertThat(AccountRules.takesTheLast(
                        List.of(last, account(Roles.LEGAL)), account(Roles.LEGAL), Set.of(), Remit.EVERYTHING, NOW))
                .as("somebody who never was one")
                .isFalse();
    }

    @Test
    void nobodyTouchesThemselves() {
        Caller me = new Caller(last, UUID.randomUUID());

        assertThat(AccountRules.touchesThemselves(last, me).map(Reason::key)).contains("access.refusal.yourself");
        assertThat(AccountRules.touchesThemselves(account(Roles.LEGAL), me)).isEmpty();
    }

    @Test
    void aRemitIsGivenOnlyWithinOnesOwn() {
        Remit okomo = Remit.of(Set.of(OKOMO));
        Remit both = Remit.of(Set.of(OKOMO, OCULAVIS));
        Remit reader = new Remit(false, Set.of(OKOMO), Set.of("contract"), Optional.empty(), Optional.empty());

        assertThat(AccountRules.exceeds(okomo, both)).isPresent();
        assertThat(AccountRules.exceeds(okomo, Remit.EVERYTHING)).isPresent();
        assertThat(AccountRules.exceeds(both, okomo)).isEmpty();
        assertThat(AccountRules.exceeds(Remit.EVERYTHING, both)).isEmpty();
        assertThat(AccountRules.exceeds(reader, okomo)).isPresent();
        assertThat(AccountRules.exceeds(okomo, reader)).isEmpty();
    }

    @Test
    void aChangeIsToldWithWhatItWasAndThePersonsPartCanBeForgotten() {
        AccountDetails before = AccountDetails.read(
                "Anna", "", "a@example.com", "de", Set.of(Roles.LEGAL), Remit.EVERYTHING, Optional.empty());
        AccountDetails after = AccountDetails.read(
                "Berta", "", "b@example.com", "de", Set.of(Roles.DPO), Remit.of(Set.of(OKOMO)), Optional.empty());

        assertThat(before.changesTo(after))
                .containsOnly(
                        Map.entry("roles", new Change("legal", "dpo")),
                        Map.entry("processors", new Change("every", OKOMO.toString())),
                        Map.entry("name", new Change("Anna", "Berta")),
                        Map.entry("email", new Change("a@example.com", "b@example.com")));
        assertThat(new AccountChanged(OKOMO, before.changesTo(after)))
                .as("what the trail can forget")
                .satisfies(told -> assertThat(told.isPersonal("name")).isTrue())
                .satisfies(told -> assertThat(told.isPersonal("email")).isTrue());
    }
}
