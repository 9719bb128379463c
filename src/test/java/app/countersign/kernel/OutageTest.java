package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void aConnectionThatBreaksIsAnOutage() {
        assertThat(Outage.isBehind(new IllegalStateException(new SQLException("gone", "08006"))))
                .isTrue();
    }

    @Test
    void aDatabaseThatIsShutDownOrFullIsAnOutage() {
        assertThat(Outage.isBehind(new SQLException("terminating connection", "57P01")))
                .isTrue();
        assertThat(Outage.isBehind(new SQLException("could not extend file", "53100")))
                .isTrue();
        assertThat(Outage.isBehind(new SQLException("no space left on device", "90031", 90031)))
                .isTrue();
    }

    @Test
    void aWrongStatementIsNone() {
        assertThat(Outage.isBehind(new SQLException("duplicate key", "23505"))).isFalse();
    }

    @Test
    void anotherServerThatIsAwayIsNone() {
        assertThat(Outage.isBehind(new IllegalStateException(new ConnectException("refused"))))
                .isFalse();
    }

    @Test
    void aCircleOfCausesIsWalkedOnce() {
        Exception one = new Exception();
        Exception two = new Exception(one);
        one.initCause(two);

        assertThat(Outage.isBehind(one)).isFalse();
    }
}
