package dev.muster.target.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the one socket of a connection for Angus, and has it held by a {@link Leash} from its first moment. */
final class Sockets {
    private final @Nullable SSLSocketFactory trusting;
    private Leash leash;
    private @Nullable Socket socket;

    /** @param trusting for TLS; null where there is none */
    Sockets(@Nullable SSLSocketFactory trusting, Leash leash) {
        this.trusting = trusting;
        this.leash = leash;
    }

    /** From now on another person's work uses this connection. */
    void holdBy(Leash next) {
        leash = next;
        if (socket != null) {
            next.hold(socket);
        }
    }

    /** Has Angus take its sockets from here, and from nowhere else. */
    void putInto(Properties properties) {
        properties.put("mail.imap.socketFactory", new Plain());
        if (trusting != null) {
            properties.put("mail.imap.ssl.socketFactory", new Secure(trusting));
        }
        properties.put("mail.imap.socketFactory.fallback", "false");
    }

    private Socket held(Socket made) {
        socket = made;
        leash.hold(made);
        return made;
    }

    /** Held before it connects, so that the leash ends that too. */
    private Socket connected(@Nullable SocketAddress from, SocketAddress to) throws IOException {
        Socket made = held(new Socket());
        try {
            made.bind(from);
            made.connect(to, millisLeft());
            return made;
        } catch (IOException failed) {
            made.close();
            throw failed;
        }
    }

    private int millisLeft() {
        long millis = TimeUnit.NANOSECONDS.toMillis(leash.remaining());
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, millis));
    }

    /** Angus asks for an unconnected socket and connects it itself; whoever asks for a connected one gets it in time too. */
    private final class Plain extends SocketFactory {
        @Override
        public Socket createSocket() {
            return held(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(null, new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
            return connected(new InetSocketAddress(localHost, localPort), new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(null, new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
                throws IOException {
            return connected(new InetSocketAddress(localAddress, localPort), new InetSocketAddress(address, port));
        }
    }

    /** Angus connects a plain socket and has TLS laid over it: the plain one is held, because closing it never waits. */
    private final class Secure extends SSLSocketFactory {
        private final SSLSocketFactory trusted;

        Secure(SSLSocketFactory trusted) {
            this.trusted = trusted;
        }

        @Override
        public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
            return trusted.createSocket(held(plain), host, port, autoClose);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return trusted.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return trusted.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return over(connected(null, new InetSocketAddress(host, port)), host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
            InetSocketAddress from = new InetSocketAddress(localHost, localPort);
            return over(connected(from, new InetSocketAddress(host, port)), host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return over(connected(null, new InetSocketAddress(host, port)), host.getHostName(), port);
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
                throws IOException {
            InetSocketAddress from = new InetSocketAddress(localAddress, localPort);
            return over(connected(from, new InetSocketAddress(address, port)), address.getHostName(), port);
        }

        private Socket over(Socket plain, String host, int port) throws IOException {
            return trusted.createSocket(plain, host, port, true);
        }
    }
}
