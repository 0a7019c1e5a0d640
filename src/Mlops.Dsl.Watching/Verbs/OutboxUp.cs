using Mlops.Dsl.Runtime;

namespace Mlops.Dsl.Watching;

/// <summary>The part of <c>up</c> that delivers.</summary>
internal static class OutboxUp
{
    public static Task RunAsync(UpContext context, CancellationToken cancellationToken)
    {
        var options = DeliverySettings.Create(context.Verb.StorePath, context.Say) with
        {
            FindPipeline = context.Verb.FindPipeline, Services = context.Verb.Services, LoggerFactory = context.Verb.LoggerFactory,
        };
        context.Say($"outbox: notices and starts are delivered{(options.Mail is { } mail ? $", mail through {mail}" : $" (mail waits until {MailSettings.ServerVariable} is set)")}");
        return new Outbox(context.Store, options).RunAsync(cancellationToken);
    }
}
