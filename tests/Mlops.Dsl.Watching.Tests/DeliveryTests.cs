using Mlops.Dsl.Engine;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Watching.Tests;

/// <summary>Effects on their way out of the store.</summary>
public sealed class DeliveryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_arrives_by_mail_and_a_start_becomes_a_run()
    {
        await using var watched = await DriftAsync();
        await using var server = MailServer.Start();
        var lines = new List<string>();

        var deliveries = await OutboxOf(watched, server.Settings, lines.Add).DeliverDueAsync(Cancellation);

        Assert.All(deliveries, static delivery => Assert.True(delivery.IsDelivered, delivery.Result));
        var mail = Assert.Single(server.Mails);
        Assert.Equal("Ages drift", mail.Subject);
        Assert.Equal("ops@example.org", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Contains("They were 40 and are 60.", mail.TextBody, StringComparison.Ordinal);
        Assert.EndsWith("@example.org", mail.MessageId, StringComparison.Ordinal);
        var runs = await watched.Store.Runs.GetRunsAsync(new RunFilter { Pipeline = "income" }, Cancellation);
        Assert.Equal(2, runs.Count);
        Assert.Equal("20", runs[0].Start.Parameters.Single(static parameter => parameter.Name == "Offset").Value);
        var start = (await watched.Store.Outbox.GetAsync(cancellationToken: Cancellation)).Single(static effect => effect.Kind == "start");
        Assert.Equal((EffectStatus.Delivered, $"run {runs[0].Id} succeeded"), (start.Status, start.Result));
        Assert.Empty(await OutboxOf(watched, server.Settings).DeliverDueAsync(Cancellation));
    }

    [Fact]
    public async Task While_the_mail_server_is_down_the_notice_waits_and_is_then_delivered_once()
    {
        await using var watched = await DriftAsync();
        var port = MailServer.FreePort();
        var lines = new List<string>();

        var first = await OutboxOf(watched, MailServer.SettingsOf(port), lines.Add).DeliverDueAsync(Cancellation);

        Assert.False(first.Single(static delivery => delivery.Effect.Kind == "mail").IsDelivered);
        var line = Assert.Single(lines, static line => line.StartsWith("could not deliver", StringComparison.Ordinal));
        Assert.Contains("trying again in 00:00:10", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);

        await using var server = MailServer.Start(port);
        Assert.Empty(await OutboxOf(watched, server.Settings).DeliverDueAsync(Cancellation));
        watched.Clock.Now += TimeSpan.FromSeconds(10);
        Assert.True(Assert.Single(await OutboxOf(watched, server.Settings).DeliverDueAsync(Cancellation)).IsDelivered);
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task Without_a_mail_server_a_notice_waits_and_uses_up_no_attempt()
    {
        await using var watched = await DriftAsync();
        var lines = new List<string>();
        var outbox = new Outbox(watched.Store, OptionsOf(watched, mail: null) with { Say = lines.Add });
        for (var i = 0; i < 20; i++)
        {
            await outbox.DeliverDueAsync(Cancellation);
            watched.Clock.Now += TimeSpan.FromHours(3);
        }

        var waiting = (await watched.Store.Outbox.GetAsync(cancellationToken: Cancellation)).Single(static effect => effect.Kind == "mail");
        Assert.Equal((EffectStatus.Pending, 0), (waiting.Status, waiting.Attempts));
        Assert.DoesNotContain(lines, static line => line.Contains("mail", StringComparison.Ordinal));

        await using var server = MailServer.Start();
        Assert.True(Assert.Single(await OutboxOf(watched, server.Settings).DeliverDueAsync(Cancellation)).IsDelivered);
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task A_process_that_ends_between_acceptance_and_record_sends_the_same_message_id_again()
    {
        await using var watched = await DriftAsync();
        await using var server = MailServer.Start();
        var taken = (await watched.Store.Outbox.TakeAsync(10, TimeSpan.FromMinutes(5), Cancellation)).Single(static effect =>
            effect.Kind == "mail"
        );
        await new MailDelivery(server.Settings).DeliverAsync(taken, Cancellation);

        // The end of the process: nothing was recorded, and the lease runs out.
        await watched.CloseAsync();
        watched.Clock.Now += TimeSpan.FromMinutes(6);
        await OutboxOf(watched, server.Settings).DeliverDueAsync(Cancellation);

        Assert.Equal(2, server.Mails.Count);
        Assert.Single(server.Mails.Select(static mail => mail.MessageId).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_effect_survives_the_end_of_the_process_between_commit_and_delivery_and_is_delivered_once()
    {
        await using var watched = await DriftAsync();
        await watched.CloseAsync();
        await using var server = MailServer.Start();

        await Task.WhenAll(
            OutboxOf(watched, server.Settings).DeliverDueAsync(Cancellation),
            OutboxOf(watched, server.Settings).DeliverDueAsync(Cancellation)
        );
        await watched.CloseAsync();
        await OutboxOf(watched, server.Settings).DeliverDueAsync(Cancellation);

        Assert.Single(server.Mails);
        Assert.Equal(2, (await watched.Store.Runs.GetRunsAsync(new RunFilter { Pipeline = "income" }, Cancellation)).Count);
    }

    [Fact]
    public async Task A_refused_address_is_given_up_at_once_and_can_be_tried_again()
    {
        await using var watched = await DriftAsync();
        await using (var refusing = MailServer.Start(refusesRecipients: true))
        {
            await OutboxOf(watched, refusing.Settings).DeliverDueAsync(Cancellation);
        }

        var mail = (await watched.Store.Outbox.GetAsync(cancellationToken: Cancellation)).Single(static effect => effect.Kind == "mail");
        Assert.Equal(EffectStatus.Failed, mail.Status);
        await using var server = MailServer.Start();
        Assert.True(await watched.Store.Outbox.RetryAsync(mail.Id, Cancellation));
        await OutboxOf(watched, server.Settings).DeliverDueAsync(Cancellation);
        Assert.Single(server.Mails);
        Assert.False(await watched.Store.Outbox.RetryAsync(mail.Id, Cancellation));
    }

    [Fact]
    public async Task Pauses_grow_and_the_last_attempt_gives_up()
    {
        await using var watched = await DriftAsync();
        var options = OptionsOf(watched, MailServer.SettingsOf(MailServer.FreePort())) with { MaxAttempts = 3 };
        var outbox = new Outbox(watched.Store, options);
        var pauses = new List<TimeSpan?>();
        for (var i = 0; i < 3; i++)
        {
            await outbox.DeliverDueAsync(Cancellation);
            var mail = (await watched.Store.Outbox.GetAsync(cancellationToken: Cancellation)).Single(static effect =>
                effect.Kind == "mail"
            );
            pauses.Add(mail.Next - watched.Clock.Now);
            watched.Clock.Now = mail.Next ?? watched.Clock.Now;
        }

        Assert.Equal([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), null], pauses);
        Assert.Empty(await outbox.DeliverDueAsync(Cancellation));
    }

    [Fact]
    public async Task A_file_gets_each_notice_once_also_behind_a_torn_line()
    {
        await using var watched = new WatchedStore();
        var folder = Path.Combine(watched.Folder, "notices");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, FileDelivery.FileName), "{\"id\":\"torn", Cancellation);
        var payload = new NoticePayload("Sub\nject", "Text\"", new EffectOrigin("p", "s", "r", WatchedStore.Hour)).ToJson();
        var effect = new OutboxRecord(
            "run/Tell",
            "file",
            folder,
            payload,
            "r",
            "s",
            WatchedStore.Noon,
            EffectStatus.Pending,
            1,
            null,
            null
        );
        var delivery = new FileDelivery(TimeProvider.System);

        await delivery.DeliverAsync(effect, Cancellation);
        await delivery.DeliverAsync(effect, Cancellation);

        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, FileDelivery.FileName), Cancellation);
        Assert.Equal(2, lines.Length);
        using var json = System.Text.Json.JsonDocument.Parse(lines[1]);
        Assert.Equal("run/Tell", json.RootElement.GetProperty("id").GetString());
        Assert.Equal("Sub ject", json.RootElement.GetProperty("subject").GetString());
        Assert.Equal("Text\"", json.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public async Task What_comes_due_while_it_goes_on_is_delivered_until_it_is_cancelled()
    {
        await using var watched = new WatchedStore();
        await watched.PublishAsync();
        await watched.ServeAsync(3, age: 60);
        await using var server = MailServer.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var running = OutboxOf(watched, server.Settings).RunAsync(stop.Token);
        var run = await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options, Cancellation);
        for (
            var i = 0;
            i < 500
                && (await watched.Store.Outbox.GetAsync(cancellationToken: Cancellation)).Any(static effect =>
                    effect.Status != EffectStatus.Delivered
                );
            i++
        )
        {
            await Task.Delay(20, Cancellation);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Single(server.Mails);
        var runs = await watched.Store.Runs.GetRunsAsync(new RunFilter { Pipeline = "income" }, Cancellation);
        Assert.Equal($"{run.Report.RunId}/Retrain", runs[0].Start.AskedForBy);
    }

    [Theory]
    [InlineData("smtp://mail.example.org", "mail.example.org", 25, false, null, null)]
    [InlineData("smtps://me%40x.org:p%3Aw@mail.example.org", "mail.example.org", 465, true, "me@x.org", "p:w")]
    [InlineData("smtp://u:p@localhost:2525", "localhost", 2525, false, "u", "p")]
    public void The_environment_tells_the_mail_server(string text, string host, int port, bool usesTls, string? user, string? password)
    {
        var settings = MailSettings.Read(name => name == MailSettings.ServerVariable ? text : null)!;

        Assert.Equal(
            (host, port, usesTls, user, password),
            (settings.Host, settings.Port, settings.UsesTls, settings.User, settings.Password)
        );
        Assert.DoesNotContain("p:w", settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_mail_server_is_refused_without_its_password()
    {
        var exception = Assert.Throws<DeliveryException>(() => MailSettings.Read(static _ => "http://u:geheim@host"));

        Assert.DoesNotContain("geheim", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<WatchedStore> DriftAsync()
    {
        var watched = new WatchedStore();
        await watched.PublishAsync();
        await watched.ServeAsync(3, age: 60);
        await new IncomeWatch { Window = WatchedStore.Hour }.RunAsync(watched.Options, Cancellation);
        return watched;
    }

    private static Outbox OutboxOf(WatchedStore watched, MailSettings mail, Action<string>? say = null) =>
        new(watched.Store, OptionsOf(watched, mail) with { Say = say ?? (static _ => { }) });

    private static DeliveryOptions OptionsOf(WatchedStore watched, MailSettings? mail) =>
        new()
        {
            StorePath = watched.Path,
            Mail = mail,
            TimeProvider = watched.Clock,
        };
}
