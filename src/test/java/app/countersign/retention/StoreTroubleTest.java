package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Secret;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What befalls a store: a word for people, and nothing deleted. */
class StoreTroubleTest {

    @Test
    void aReadOnlyReplicaIsSaidToBeOne() throws Exception {
        Chats chats = Chats.on("postgresql").withMessages();
        RuleDetails rule = chats.rule("message", "P6M", "sent_at", "zoned", "");
        try (JdbcWork work = chats.work(rule);
                Line line = chats.line()) {
            assertThat(line.product().isReadOnly(line.connection())).isFalse();
            Product.run(line.connection(), "set session characteristics as transaction read only");
            line.commit();
            assertThat(line.product().isReadOnly(line.connection())).isTrue();
            assertThat(work.preview().expired()).isPositive();
        }
        chats.run("alter database postgres set default_transaction_read_only = on");
        try (JdbcWork work = chats.work(rule)) {
            assertThatThrownBy(() -> work.take(Optional.empty(), 9)).hasMessage("retention.problem.read-only");
        } finally {
            try (Line line = chats.line()) {
                Product.run(line.connection(), "set transaction read write");
                Product.run(line.connection(), "alter database postgres reset default_transaction_read_only");
                line.commit();
            }
        }
        assertThat(chats.count("message")).isEqualTo(24);
    }

    @Test
    void aPasswordThatWasChangedOvernightIsSaidToBeWrong() throws Exception {
        String url = "jdbc:h2:mem:trouble;DB_CLOSE_DELAY=-1";
        try (Line line = Line.to(new org.h2.Driver(), url, "sa", Secret.of("old"))) {
            Product.run(line.connection(), "alter user sa set password 'new'");
        }
        assertThatThrownBy(() -> Line.to(new org.h2.Driver(), url, "sa", Secret.of("old")))
                .isInstanceOfSatisfying(Trouble.class, e -> {
                    assertThat(e).hasMessage("retention.problem.password");
                    assertThat(e.isPassing()).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource({"53100, full", "53200, full", "53300, full", "08006, away", "57P01, away", "55P03, busy", "40001, busy"
    })
    void whatPassesIsTriedAgain(String state, String kind) {
        Trouble trouble = Trouble.of(new SQLException("could not extend file", state), "Chats");

        assertThat(trouble).hasMessage("retention.problem." + kind);
        assertThat(trouble.isPassing()).isTrue();
        assertThat(trouble.reason().toString()).doesNotContain("extend");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2"})
    void clocksThatDifferDeleteNothing(String product) throws Exception {
        try (Line line = Chats.on(product).line()) {
            java.time.Instant now = line.product().now(line.connection()).orElseThrow();
            JdbcMeans.requireSameTime(line, now.plus(Duration.ofMinutes(10)));
            for (Duration off : List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofDays(-400))) {
                assertThatThrownBy(() -> JdbcMeans.requireSameTime(line, now.plus(off)))
                        .hasMessage("retention.doubt.clock");
            }
        }
    }

    /** Should two instances ever be at the same rows: the second one waits, and takes what the first one left. */
    @Test
    void twoAtTheSameRowsCountEachOnce() throws Exception {
        Chats chats = Chats.on("postgresql").withMessages();
        RuleDetails rule = chats.rule("message", "P6M", "sent_at", "zoned", "");
        Set<String> keys = new HashSet<>();
        long expired;
        try (JdbcWork one = chats.work(rule);
                JdbcWork other = chats.work(rule)) {
            expired = one.preview().expired();
            Taken first = one.take(Optional.empty(), 5).orElseThrow();
            CompletableFuture<Optional<Trouble>> second = CompletableFuture.supplyAsync(() -> {
                try {
                    keys.addAll(other.take(Optional.empty(), 5).orElseThrow().keys());
                    other.commit();
                    return Optional.empty();
                } catch (Trouble e) {
                    return Optional.of(e);
                }
            });
            one.commit();
            // Whether it had to wait or came too late, it says so or takes others.
            second.join().ifPresent(trouble -> assertThat(trouble.isPassing()).isTrue());
            assertThat(keys).doesNotContainAnyElementsOf(first.keys());
            keys.addAll(first.keys());
        }
        assertThat(chats.count("message")).isEqualTo(24 - keys.size());
        assertThat(expired).isGreaterThanOrEqualTo(keys.size());
    }
}
