package dev.pinflow.cli.sample;

import java.time.LocalDateTime;

/**
 * Who posts. In real rows everything but the pin and the moment hangs on the posting account: the same poster comes
 * with the same person, place and country each time.
 */
record Account(
        String posterName,
        String followerCount,
        String firstName,
        String lastName,
        int age,
        LocalDateTime dateJoined,
        float latitude,
        float longitude,
        String country) {}
