using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching;

/// <summary>Sends notices by mail. The Message-ID comes of the effect's id, so that whoever gets a mail twice can tell.</summary>
internal sealed class MailDelivery(MailSettings? settings) : IEffectDelivery
{
    public async Task<string> DeliverAsync(OutboxRecord effect, CancellationToken cancellationToken)
    {
        if (settings is null)
        {
            throw new DeliveryException($"no mail server is set: {MailSettings.Missing}");
        }

        using var message = Compose(effect, settings);
        using var client = new SmtpClient { Timeout = 60_000 };
        try
        {
            await client.ConnectAsync(
                settings.Host,
                settings.Port,
                settings.UsesTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable,
                cancellationToken
            );
            if (settings.User is { } user)
            {
                await client.AuthenticateAsync(user, settings.Password ?? "", cancellationToken);
            }

            await client.SendAsync(message, cancellationToken);
        }
        catch (SmtpCommandException exception)
            when (exception.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.SenderNotAccepted
                && (int)exception.StatusCode >= 500
            )
        {
            throw new DeliveryException($"the mail server {settings} refuses the address: {Line(exception)}", isFinal: true, exception);
        }
        catch (Exception exception)
            when (exception
                    is SocketException
                        or IOException
                        or ProtocolException
                        or CommandException
                        or AuthenticationException
                        or SslHandshakeException
                        or NotSupportedException
                        or TimeoutException
                        or ServiceNotConnectedException
                        or ServiceNotAuthenticatedException
            )
        {
            throw new DeliveryException($"the mail server {settings} can't be used: {Line(exception)}", isFinal: false, exception);
        }

        // From here on the mail is the server's: that the farewell fails changes nothing.
        await DisconnectAsync(client);
        return $"accepted by {settings}";
    }

    /// <summary>The mail of an effect: the same each time.</summary>
    internal static MimeMessage Compose(OutboxRecord effect, MailSettings settings)
    {
        var notice = NoticePayload.Parse(effect.Payload);
        var sender = MailboxAddress.Parse(settings.Sender);
        if (!MailboxAddress.TryParse(effect.Target, out var recipient))
        {
            throw new DeliveryException($"'{effect.Target}' is no mail address", isFinal: true);
        }

        var message = new MimeMessage
        {
            Subject = NoticeText.Subject(notice),
            Date = effect.Created,
            MessageId = $"{EffectHash.Of(effect.Id)}@{sender.Domain}",
            Body = new TextPart("plain") { Text = NoticeText.Body(notice) },
        };
        message.From.Add(sender);
        message.To.Add(recipient);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static async Task DisconnectAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception exception) when (exception is SocketException or IOException or ProtocolException or CommandException)
        {
            // See above.
        }
    }

    private static string Line(Exception exception) => exception.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
