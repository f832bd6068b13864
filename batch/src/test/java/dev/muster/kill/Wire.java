package dev.muster.kill;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** How a protocol cuts its stream into messages, just enough of it to count requests and to know their answers. */
enum Wire {
    /** BER messages (RFC 4511 section 5.1). */
    LDAP {
        private static final int UNBIND = 0x42;
        private static final int ABANDON = 0x50;

        @Override
        byte[] read(InputStream in) throws IOException {
            Recorder recorder = new Recorder(in);
            recorder.one();
            recorder.many(length(recorder));
            return recorder.bytes();
        }

        @Override
        boolean isRequest(byte[] message) {
            int operation = message[idAt(message) + 2 + message[idAt(message) + 1]] & 0xff;
            return operation != UNBIND && operation != ABANDON;
        }

        @Override
        boolean answers(byte[] request, byte[] reply) {
            return id(request).equals(id(reply));
        }

        private int length(Recorder recorder) throws IOException {
            int first = recorder.one();
            int length = first < 0x80 ? first : 0;
            for (int i = 0; first > 0x80 && i < (first & 0x7f); i++) {
                length = length << 8 | recorder.one();
            }
            return length;
        }

        private int idAt(byte[] message) {
            int first = message[1] & 0xff;
            return first < 0x80 ? 2 : 2 + (first & 0x7f);
        }

        private String id(byte[] message) {
            int at = idAt(message);
            return new String(message, at, 2 + message[at + 1], StandardCharsets.ISO_8859_1);
        }
    },

    /** Packets of MariaDB: three bytes of length, one of sequence; a command begins with sequence 0. */
    SQL {
        private static final int QUIT = 0x01;
        private static final int STATEMENT_LONG_DATA = 0x18;
        private static final int STATEMENT_CLOSE = 0x19;

        @Override
        byte[] read(InputStream in) throws IOException {
            Recorder recorder = new Recorder(in);
            int length = recorder.one() | recorder.one() << 8 | recorder.one() << 16;
            recorder.one();
            recorder.many(length);
            return recorder.bytes();
        }

        @Override
        boolean isRequest(byte[] message) {
            int command = message.length > 4 ? message[4] : QUIT;
            return message[3] == 0 && command != QUIT && command != STATEMENT_LONG_DATA && command != STATEMENT_CLOSE;
        }

        @Override
        boolean answers(byte[] request, byte[] reply) {
            return true;
        }
    },

    /** Lines; those of a literal count as well, which does no harm. */
    IMAP {
        @Override
        byte[] read(InputStream in) throws IOException {
            Recorder recorder = new Recorder(in);
            while (recorder.one() != '\n') {
                continue;
            }
            return recorder.bytes();
        }

        @Override
        boolean isRequest(byte[] message) {
            return true;
        }

        @Override
        boolean answers(byte[] request, byte[] reply) {
            String answer = text(reply);
            return answer.startsWith("+") || answer.startsWith(text(request).split(" ")[0] + " ");
        }
    };

    /** The next message, whole. @throws EOFException when there is none any more */
    abstract byte[] read(InputStream in) throws IOException;

    /** Whether a message of the client asks for an answer. */
    abstract boolean isRequest(byte[] message);

    /** Whether the server's message is the answer to the client's. */
    abstract boolean answers(byte[] request, byte[] reply);

    static String text(byte[] message) {
        return new String(message, StandardCharsets.UTF_8);
    }

    /** Reads and keeps. */
    private static final class Recorder {
        private final InputStream in;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        Recorder(InputStream in) {
            this.in = in;
        }

        int one() throws IOException {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            read.write(next);
            return next;
        }

        void many(int count) throws IOException {
            byte[] bytes = in.readNBytes(count);
            if (bytes.length < count) {
                throw new EOFException();
            }
            read.write(bytes);
        }

        byte[] bytes() {
            return read.toByteArray();
        }
    }
}
