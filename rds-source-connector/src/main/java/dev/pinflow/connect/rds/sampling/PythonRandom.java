package dev.pinflow.connect.rds.sampling;

/**
 * CPython's {@code random.Random}: the Mersenne Twister MT19937 of Matsumoto and Nishimura (1998), seeded by array, and
 * integers below a bound by rejection of too large bit strings, as CPython does since 3.2.
 */
final class PythonRandom {
    private static final int N = 624;
    private static final int M = 397;

    private final int[] state = new int[N];
    private int next = N;

    /** The generator after {@code random.seed(seed)} for a seed from 0 to 2^31 - 1. */
    PythonRandom(int seed) {
        fill(19_650_218);
        int i = 1;
        for (int k = N; k > 0; k--) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1_664_525)) + seed;
            i = advance(i);
        }
        for (int k = N - 1; k > 0; k--) {
            state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1_566_083_941)) - i;
            i = advance(i);
        }
        state[0] = 0x8000_0000;
    }

    /** A uniform integer from 0 to {@code bound} - 1, like {@code randrange(bound)}. */
    int below(int bound) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(bound);
        int drawn = nextInt() >>> (Integer.SIZE - bits);
        while (drawn >= bound) {
            drawn = nextInt() >>> (Integer.SIZE - bits);
        }
        return drawn;
    }

    /** The next 32 bits, like {@code getrandbits(32)}. */
    int nextInt() {
        if (next == N) {
            twist();
            next = 0;
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C_5680;
        y ^= (y << 15) & 0xEFC6_0000;
        return y ^ (y >>> 18);
    }

    private void fill(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1_812_433_253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    private int advance(int i) {
        if (i + 1 < N) {
            return i + 1;
        }
        state[0] = state[N - 1];
        return 1;
    }

    private void twist() {
        for (int i = 0; i < N; i++) {
            int y = (state[i] & 0x8000_0000) | (state[(i + 1) % N] & 0x7FFF_FFFF);
            int mask = (y & 1) == 0 ? 0 : 0x9908_B0DF;
            state[i] = state[(i + M) % N] ^ (y >>> 1) ^ mask;
        }
    }
}
