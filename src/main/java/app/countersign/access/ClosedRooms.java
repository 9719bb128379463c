package app.countersign.access;

import app.countersign.kernel.RoomClosed;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/**
 * Keeps whoever may read certain rooms only out of all others. Stands before every activity by ejb-jar.xml, so that a new
 * one can't forget it; an activity's room is its package. What everybody may call, signed in or not, stays open, and so
 * does the account's own room.
 */
public class ClosedRooms {

    private static final String ROOMS = "app.countersign.";

    @Inject
    private CallersRemit remit;

    @AroundInvoke
    public Object enter(InvocationContext call) throws Exception {
        Class<?> activity = call.getMethod().getDeclaringClass();
        if (!call.getMethod().isAnnotationPresent(PermitAll.class)) {
            String room = roomOf(activity);
            if (!remit.get().opens(room)) {
                throw new RoomClosed(room);
            }
        }
        return call.proceed();
    }

    static String roomOf(Class<?> activity) {
        String name = activity.getPackageName();
        return name.startsWith(ROOMS) ? name.substring(ROOMS.length()).split("\\.")[0] : name;
    }
}
