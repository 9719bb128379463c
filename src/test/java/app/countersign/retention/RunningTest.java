package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;

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
        running = new Running(books, new AllMeans() {
            @Override
            Means of(Store any) {
                return means();
            }
        });
    }

    private Means means() {
        return new Means() {
            @Override
            public StoreKind kind() {
                return StoreKind.JDBC;
            }

            @Override
            public Work open(Errand errand) throws Trouble {
                try {
                    Line line = chats.line();
                    return new JdbcWork(line, Plan.of(line, errand), errand, new Pseudonyms(new byte[32])) {
                        @Override
                        public void commit() throws Trouble {
                            super.commit();
                            if (commitsAreLost) {
                                commitsAreLost = false;
                                throw Trouble.of(new java.sql.SQLException("", "08006"), "x");
                            }
                        }
                    };
                } catch (java.sql.SQLException e) {
                    throw Trouble.of(e, "x");
                }
            }

            @Override
            public void ask(Store store) {
                assertThat(store).isNotNull();
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

    @Test
    void aSchemaThatChangesMeanwhileIsCountedAnew() throws Exception {
        open("h2", "");
        running.goOn(RUN);
        chats.run("create table invoice (id int primary key, message_id bigint references message (id))");
        running.goOn(RUN);

        assertThat(books.run.state()).isEqualTo(RunState.ASKED);
        assertThat(chats.count("message")).isEqualTo(24);
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
        assertThat(Running.next(200, 1_000_000)).isEqualTo(400);
        assertThat(Running.next(1500, 1_000_000)).isEqualTo(2000);
        assertThat(Running.next(200, 400_000_000)).isEqualTo(200);
        assertThat(Running.next(200, 900_000_000)).isEqualTo(100);
        assertThat(Running.next(6, 900_000_000)).isEqualTo(5);
    }

    @Test
    void aSecondPersonIsAskedWhereItMatters() {
        Preview few = preview(1000, 10);
        Rule rule = new Rule(
                UUID.randomUUID(),
                new RuleEntry(
                                UUID.randomUUID().toString(),
                                "T",
                                "",
                                "c",
                                "P1M",
                                "",
                                "",
                                "public.t",
                                "at",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "20")
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

        rule.says(rule.details(), new Person("1", "Dora"), Chats.NOW);
        assertThat(waits(rule, few, "plan", 10L)).isEqualTo("retention.waits.changed");
    }

    private static String waits(Rule rule, Preview preview, String plan, long last) {
        return RunRules.waits(rule, preview, plan, Optional.of(last))
                .map(app.countersign.kernel.Reason::key)
                .orElse("");
    }

    private static Preview preview(long rows, long expired) {
        return new Preview(
                rows, expired, 0, 0, 0, 0, 0, 0, Optional.empty(), java.util.Map.of(), 0, java.util.Map.of());
    }
}
