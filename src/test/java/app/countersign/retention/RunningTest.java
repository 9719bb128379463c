package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Reason;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is killed, paused, refused or disturbed, on real databases. */
class RunningTest {

    private static final UUID RUN = UUID.randomUUID();

    private Chats chats;
    private Books books;
    private Running running;
    private boolean commitsAreLost;

    private void open(String product, String conditions) throws Exception {
        chats = Chats.on(product).withMessages();
        RuleDetails details = chats.rule("message", "P6M", "sent_at", "zoned", conditions);
        Store store = chats.store();
        Errand errand = new Errand(
                store,
                details,
                Chats.NOW,
                Cutoff.of(details.period(), Chats.NOW, store.zone()),
                List.of(),
                List.of(),
                List.of());
        books = new Books(new Rule(UUID.randomUUID(), details, new Person("1", "Dora"), Chats.NOW), errand);
        running = new Running(books, new OneMeans(this::work), Runnable::run);
    }

    private Work work(Errand errand) throws SQLException, Trouble {
        Line line = chats.line();
        return new JdbcWork(line, Plan.of(line, errand), errand, new Pseudonyms(new byte[32])) {
            @Override
            public void commit() throws Trouble {
                super.commit();
                if (commitsAreLost) {
                    commitsAreLost = false;
                    throw Trouble.of(new SQLException("", "08006"), "x");
                }
            }
        };
    }

    private void runToTheEnd() {
        for (int turns = 0; turns < 200 && books.run.state().isOpen(); turns++) {
            try {
                running.goOn(RUN);
            } catch (Books.Killed e) {
                // Another process takes it up.
                continue;
            }
        }
    }

    private void assertWhatIsBookedIsGone() throws Exception {
        long gone = 24 - chats.count("message");
        assertThat(books.run.state()).isEqualTo(RunState.DONE);
        assertThat(books.settled).doesNotHaveDuplicates().hasSize((int) gone);
        assertThat(books.run.done()).isEqualTo(gone).isEqualTo(books.run.expired());
        assertThat(books.counts)
                .containsEntry(chats.table("message").toString(), gone)
                .containsEntry(chats.table("attachment").toString(), gone)
                .containsEntry(chats.table("part").toString(), 2 * gone);
        assertThat(chats.count("part")).isEqualTo(2 * chats.count("message"));
    }

    /** Before and after each thing that is written down, in turn. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2"})
    void killedAtAnyStepItReachesTheSameState(String product) throws Exception {
        for (int step = 0; step < 9; step++) {
            open(product, "");
            for (int i = 0; i < 8; i++) {
                // Batches of few rows, so that there are several.
                books.run.postpone(app.countersign.kernel.Reason.of("retention.problem.busy", "x"), Chats.NOW);
            }
            books.dies = step;
            runToTheEnd();
            assertWhatIsBookedIsGone();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2"})
    void aCommitWhoseAnswerIsLostIsCountedOnce(String product) throws Exception {
        open(product, "");
        commitsAreLost = true;
        runToTheEnd();

        assertThat(commitsAreLost).isFalse();
        assertWhatIsBookedIsGone();
    }

    @Test
    void aRunThatIsPausedTakesNoMore() throws Exception {
        open("h2", "");
        running.goOn(RUN);
        books.paused = true;
        running.goOn(RUN);

        assertThat(books.run.state()).isEqualTo(RunState.RUNNING);
        assertThat(chats.count("message")).isEqualTo(24);
        assertThat(books.settled).isEmpty();

        books.paused = false;
        runToTheEnd();
        assertWhatIsBookedIsGone();
    }

    /** What was committed before counts, and nothing is left of which nobody knows. */
    @Test
    void aPauseInTheMiddleKeepsTheBooksRight() throws Exception {
        open("h2", "");
        for (int i = 0; i < 8; i++) {
            books.run.postpone(Reason.of("retention.problem.busy", "x"), Chats.NOW);
        }
        books.pausesAfter = 2;
        running.goOn(RUN);
        running.goOn(RUN);

        assertThat(books.unsettled(RUN)).isEmpty();
        assertThat(books.settled).hasSize((int) (24 - chats.count("message"))).isNotEmpty();
        assertThat(books.run.state()).isEqualTo(RunState.RUNNING);
        runToTheEnd();
        assertWhatIsBookedIsGone();
    }

    /** The cut-off was said when the run began; only what it would be now changes. */
    @Test
    void aClockSetBackInTheMiddleTakesNothingElseAndNothingTwice() throws Exception {
        open("h2", "");
        for (int i = 0; i < 8; i++) {
            books.run.postpone(Reason.of("retention.problem.busy", "x"), Chats.NOW);
        }
        books.pausesAfter = 2;
        running.goOn(RUN);
        running.goOn(RUN);
        assertThat(books.settled).isNotEmpty();

        books.setBack(Duration.ofDays(90));
        runToTheEnd();

        assertWhatIsBookedIsGone();
        Store store = chats.store();
        assertThat(Cutoff.of(books.rule.period(), Chats.NOW.minus(Duration.ofDays(90)), store.zone())
                        .end())
                .isBefore(books.run.cutoff().end());
    }

    /** It was to run on a night that lies months ahead by the clock of now. */
    @Test
    void aClockSetBackKeepsNoRuleWaitingUntilTheOldTimeComesAgain() throws Exception {
        open("h2", "");
        Store store = chats.store();
        Rule rule = books.rule;
        rule.wake(Nights.next(Chats.NOW.plus(Duration.ofDays(90)), store));
        assertThat(rule.nextRunAt().orElseThrow()).isAfter(Chats.NOW.plus(Nights.FURTHEST));

        rule.comesForward(Nights.next(Chats.NOW, store));

        assertThat(rule.nextRunAt()).contains(Nights.next(Chats.NOW, store));
        rule.comesForward(Chats.NOW.plus(Duration.ofDays(1000)));
        assertThat(rule.nextRunAt()).contains(Nights.next(Chats.NOW, store));
        rule.rest();
        rule.comesForward(Nights.next(Chats.NOW, store));
        assertThat(rule.nextRunAt()).isEmpty();
    }

    @Test
    void aSchemaThatChangesMeanwhileIsCountedAnew() throws Exception {
        open("h2", "");
        running.goOn(RUN);
        chats.run("create table invoice (id int primary key, message_id bigint references message (id))");
        running.goOn(RUN);

        assertThat(books.run.state()).isEqualTo(RunState.ASKED);
        assertThat(chats.count("message")).isEqualTo(24);
    }

    /** What was intended under the rule as it was is not taken under the rule as it is. */
    @Test
    void aBatchThatWasNotCommittedIsLeftOnceTheRuleHasChanged() throws Exception {
        open("h2", "");
        running.goOn(RUN);
        books.dies = 1;
        assertThatThrownBy(() -> running.goOn(RUN)).isInstanceOf(Books.Killed.class);
        books.rule.doubted(new Person("1", "Dora"), Chats.NOW);
        running.goOn(RUN);

        assertThat(books.unsettled(RUN)).isEmpty();
        assertThat(books.settled).isEmpty();
        assertThat(chats.count("message")).isEqualTo(24);
        running.goOn(RUN);
        assertThat(books.run.state()).isEqualTo(RunState.ASKED);
    }

    @Test
    void aBatchThatWasCommittedCountsThoughTheRuleHasChanged() throws Exception {
        open("h2", "");
        commitsAreLost = true;
        running.goOn(RUN);
        running.goOn(RUN);
        books.rule.doubted(new Person("1", "Dora"), Chats.NOW);
        running.goOn(RUN);

        assertThat(books.unsettled(RUN)).isEmpty();
        assertThat(books.settled).hasSize((int) (24 - chats.count("message"))).isNotEmpty();
    }

    @Test
    void aDayOfNothingButTroubleEndsIt() throws Exception {
        open("h2", "");
        Reason away = Reason.of("retention.problem.away", "x");
        for (int hour = 0; hour <= 24; hour++) {
            books.run.postpone(away, Chats.NOW.plus(Duration.ofHours(hour)));
            assertThat(books.run.state().isOpen()).isTrue();
        }
        books.run.postpone(away, Chats.NOW.plus(Duration.ofHours(25)));

        assertThat(books.run.state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void aHoldOfAControllerKeepsEverythingWhereNobodyIsToldApart() {
        UUID controller = UUID.randomUUID();
        UUID store = UUID.randomUUID();
        Tenant own = new Tenant(store, "T1", controller);
        Tenant other = new Tenant(store, "T2", UUID.randomUUID());

        assertThat(Holds.tenants(hold(Optional.empty(), controller), List.of(own, other)))
                .contains(List.of("T1"));
        assertThat(Holds.tenants(hold(Optional.empty(), controller), List.of())).contains(List.of());
        assertThat(Holds.tenants(hold(Optional.empty(), controller), List.of(other)))
                .isEmpty();
        assertThat(Holds.tenants(hold(Optional.of(store), controller), List.of(other)))
                .contains(List.of());
    }

    private static Hold hold(Optional<UUID> store, UUID controller) {
        return new Hold(
                UUID.randomUUID(),
                UUID.randomUUID(),
                store,
                null,
                Optional.of(controller),
                null,
                null,
                "a suit",
                null,
                "Dora",
                Chats.NOW);
    }

    @Test
    void aColumnThatIsGoneEndsItWithAReason() throws Exception {
        open("h2", "status = closed");
        running.goOn(RUN);
        chats.run("alter table message drop column status");
        running.goOn(RUN);

        assertThat(books.run.state()).isEqualTo(RunState.FAILED);
        assertThat(books.run.problem().orElseThrow().key()).isEqualTo("retention.doubt.column-gone");
        assertThat(chats.count("message")).isEqualTo(24);
    }

    @Test
    void batchesGrowWhileTheyAreQuickAndShrinkWhenTheDatabaseIsBusy() {
        assertThat(Running.next(200, 1_000_000, 2000)).isEqualTo(400);
        assertThat(Running.next(1500, 1_000_000, 2000)).isEqualTo(2000);
        assertThat(Running.next(200, 600_000_000, 2000)).isEqualTo(200);
        assertThat(Running.next(200, 1_100_000_000, 2000)).isEqualTo(100);
        assertThat(Running.next(6, 1_100_000_000, 2000)).isEqualTo(5);
    }

    @Test
    void aSecondPersonIsAskedWhereItMatters() {
        Preview few = preview(1000, 10);
        Rule rule = new Rule(
                UUID.randomUUID(),
                TypedRule.about("public.t")
                        .after("P1M")
                        .age("at", "")
                        .guard("20")
                        .read(),
                new Person("1", "Dora"),
                Chats.NOW);

        assertThat(waits(rule, few, "plan", 10L)).isEqualTo("retention.waits.new");
        Run run = new Run(rule, new Cutoff(Chats.NOW), new Person("2", "Ada"), Chats.NOW);
        assertThat(RunRules.unfit(run, rule, new Person("1", "Dora"))).isPresent();
        assertThat(RunRules.unfit(run, rule, new Person("2", "Ada"))).isPresent();
        assertThat(RunRules.unfit(run, rule, new Person("3", "Emil"))).isEmpty();

        rule.approved("plan", new Person("3", "Emil"), Chats.NOW);
        assertThat(RunRules.waits(rule, few, "plan", Optional.of(10L))).isEmpty();
        assertThat(RunRules.unfit(run, rule, new Person("1", "Dora"))).isEmpty();
        assertThat(waits(rule, few, "other", 10L)).isEqualTo("retention.waits.plan");
        assertThat(waits(rule, preview(1000, 200), "plan", 100L)).isEmpty();
        assertThat(waits(rule, preview(1000, 201), "plan", 100L)).isEqualTo("retention.waits.share");
        assertThat(waits(rule, preview(5, 5), "plan", 5L)).isEqualTo("retention.waits.everything");
        assertThat(waits(rule, preview(100_000, 1001), "plan", 7L)).isEqualTo("retention.waits.surprise");

        rule.doubted(new Person("1", "Dora"), Chats.NOW);
        assertThat(rule.isApproved()).isFalse();
        assertThat(RunRules.unfit(run, rule, new Person("1", "Dora"))).isPresent();
        rule.approved("plan", new Person("3", "Emil"), Chats.NOW);

        rule.says(rule.details(), new Person("1", "Dora"), Chats.NOW);
        assertThat(waits(rule, few, "plan", 10L)).isEqualTo("retention.waits.changed");
    }

    private static String waits(Rule rule, Preview preview, String plan, long last) {
        return RunRules.waits(rule, preview, plan, Optional.of(last))
                .map(app.countersign.kernel.Reason::key)
                .orElse("");
    }

    static Preview preview(long rows, long expired) {
        return new Preview(
                rows,
                expired,
                0,
                0,
                0,
                0,
                0,
                0,
                Optional.empty(),
                java.util.Map.of(),
                0,
                java.util.Map.of(),
                Wholes.NONE);
    }
}
