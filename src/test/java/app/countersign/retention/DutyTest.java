package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Invalid;
import app.countersign.terms.Span;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A duty to keep beats a duty to delete. */
class DutyTest {

    private static JdbcWork work(Chats chats, RuleDetails rule, Optional<Sought> sought, Duty... duties)
            throws SQLException, Trouble {
        Store store = ErasureTest.storeOf(rule);
        Errand errand = new Errand(
                store,
                rule,
                Chats.NOW,
                Cutoff.of(rule.period(), Chats.NOW, store.zone()),
                List.of(),
                List.of(),
                List.of(),
                sought,
                List.of(duties));
        Line line = chats.line();
        try {
            return new JdbcWork(line, Plan.of(line, errand), errand, new Pseudonyms(new byte[32]));
        } catch (Trouble e) {
            line.close();
            throw e;
        }
    }

    private static Duty duty(Chats chats, String table, String period, String conditions) {
        RuleDetails said = chats.rule(table, period, "sent_at", "zoned", conditions, "keep", "");
        return Duty.of(said, Cutoff.of(Span.of(period), Chats.NOW, chats.store().zone()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2"})
    void whatHasToBeKeptLongerStays(String product) throws Exception {
        Chats chats = Chats.on(product).withMessages();
        chats.run("update message set status = 'invoice' where id in (13, 20)");
        chats.run("update message set status = null where id = 14");
        RuleDetails rule = chats.rule("message", "P12M", "sent_at", "zoned", "");
        long expired;
        try (JdbcWork work = work(chats, rule, Optional.empty())) {
            expired = work.preview().expired();
        }
        Duty invoices = duty(chats, "message", "P120M", "status = invoice");
        try (JdbcWork work = work(chats, rule, Optional.empty(), invoices)) {
            Preview preview = work.preview();
            // The two invoices, and the row of which nobody knows what it is.
            assertThat(preview.held()).isEqualTo(3);
            assertThat(preview.expired()).isEqualTo(expired - 3);
            work.take(Optional.empty(), 100);
            work.commit();
        }
        assertThat(chats.number("select count(*) from message where id in (13, 14, 20)"))
                .isEqualTo(3);
        Duty short18 = duty(chats, "message", "P18M", "status = invoice");
        try (JdbcWork work = work(chats, rule, Optional.empty(), short18)) {
            assertThat(work.take(Optional.empty(), 100).orElseThrow().keys()).containsExactly("20");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2"})
    void itBeatsAnErasureTooAndRowsThatWouldGoWithOthers(String product) throws Exception {
        Chats chats = Chats.on(product).withMessages();
        RuleDetails rule = chats.rule("message", "P12M", "sent_at", "zoned", "");
        RuleDetails telling =
                TypedRule.about(chats.table("message")).subject("author").read();
        Optional<Sought> person = Optional.of(new Sought(List.of("person1"), false));
        try (JdbcWork work = work(chats, telling, person, duty(chats, "message", "P120M", ""))) {
            assertThat(work.preview().held()).isEqualTo(8);
            assertThat(work.take(Optional.empty(), 100)).isEmpty();
        }
        Duty below = duty(chats, "attachment", "P120M", "");
        assertThatThrownBy(() -> work(chats, rule, Optional.empty(), below)).hasMessage("retention.doubt.duty-below");
        Duty gone = new Duty(chats.table("message"), List.of(), "invoiced_at", AgeForm.ZONED, new Cutoff(Chats.NOW));
        assertThatThrownBy(() -> work(chats, rule, Optional.empty(), gone)).hasMessage("retention.doubt.column-gone");
    }

    @Test
    void itCountsFromWhatTheRowsSay() throws Exception {
        Chats chats = Chats.on("h2");

        assertThat(chats.rule("message", "P120M", "sent_at", "zoned", "", "keep", "")
                        .replacements())
                .isEmpty();
        assertThatThrownBy(() -> TypedRule.about("public.t")
                        .after("P120M")
                        .since("contract-end")
                        .then("keep")
                        .age("", "")
                        .controller("tenant")
                        .read())
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.complaints()).containsOnlyKeys("since"));
    }
}
