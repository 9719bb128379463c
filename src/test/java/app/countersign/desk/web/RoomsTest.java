package app.countersign.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RoomsTest {

    @Test
    void eachRoomStandsOnceInTheNavigationAndHasAPage() {
        assertThat(Rooms.ALL.stream().flatMap(group -> group.rooms().stream()))
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates()
                .allSatisfy(room ->
                        assertThat(Path.of("src/main/webapp" + room.view())).exists());
    }
}
