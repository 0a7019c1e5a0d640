//# fault: a stage turns the gate round, and the publication waits for that
//## share Houses.cs
//## share Trained.cs
[Stage]
public bool Decided(GateResult accurate) => !accurate.Passed;

[Publish("price"), {|MLP6004:When(nameof(Decided))|}]
public PriceModel Release(PriceModel fit) => fit;

//# fault: the stage says so in statements
//## share Houses.cs
//## share Trained.cs
[Stage]
public bool Decided(GateResult accurate, double error)
{
    if (accurate.Passed)
    {
        return false;
    }

    return error > 0;
}

[Publish("price"), {|MLP6004:When(nameof(Decided))|}]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a pattern asks for a refusal
//## share Houses.cs
//## share Trained.cs
[Stage]
public bool Decided(GateResult accurate) => accurate is { Passed: false };

[Publish("price"), {|MLP6004:When(nameof(Decided))|}]
public PriceModel Release(PriceModel fit) => fit;

//# clean: twice turned round, and a switch beside the gate
//## share Houses.cs
//## share Trained.cs
[Parameter]
public bool Dry { get; init; }

[Stage]
public bool Refused(GateResult accurate) => !accurate.Passed || Dry;

[Stage]
public bool Ready(GateResult accurate) => accurate.Passed && !Dry;

[Publish("price"), Unless(nameof(Refused))]
public PriceModel Release(PriceModel fit) => fit;

[Publish("price-again"), When(nameof(Ready))]
public PriceModel Again(PriceModel fit) => fit;

//# clean: the refused model is kept for those who look for the reason
//## share Houses.cs
//## share Trained.cs
[Stage]
public bool Refused(GateResult accurate) => !accurate.Passed;

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

[Publish("price-refused"), When(nameof(Refused))]
public PriceModel Kept(PriceModel fit) => fit;

//# clean: one gate has to pass, and another one finds what must not be
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Drifted(double error) => GateResult.AtLeast(error, 50_000);

[Stage]
public bool Ready(GateResult accurate, GateResult drifted) => accurate.Passed && !drifted.Passed;

[Publish("price"), When(nameof(Ready))]
public PriceModel Release(PriceModel fit) => fit;
